package dev.runspaces.swing.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.cause;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.assertj.core.api.Condition;
import org.assertj.swing.exception.EdtViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs tests that have to fail. Itself it is no {@link GuiTest}: they need the screen lock. */
class GuiExtensionGuiTest {

  private static final Condition<Event> FINE_RAN = event(test("fine"), finishedSuccessfully());

  @BeforeAll
  static void requireDisplay() {
    PrivateDisplay.require(); // Said once here, not in each of the tests that would fail without.
  }

  @Test
  void anExceptionOnTheEdtFailsItsTestOnly() throws IOException {
    testsOf(ThrowingOnTheEdt.class)
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("faulty"),
                finishedWithFailure(
                    message(text -> text.startsWith("The event dispatch thread threw")),
                    cause(message("thrown by a listener")),
                    suppressed(0, instanceOf(Screenshot.class)))))
        .haveExactly(1, FINE_RAN);
    assertPhotographed("ThrowingOnTheEdt");
  }

  @Test
  void afterAFailureTheNextTestRuns() throws IOException {
    testsOf(Failing.class)
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("faulty"),
                finishedWithFailure(
                    message("in the test"), suppressed(0, instanceOf(Screenshot.class)))))
        .haveExactly(1, FINE_RAN);
    assertPhotographed("Failing");
  }

  @Test
  void afterAFailedSetUpTheNextTestRuns() throws IOException {
    testsOf(FailingInSetUp.class)
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("faulty"),
                finishedWithFailure(
                    message("in the set-up"), suppressed(0, instanceOf(Screenshot.class)))))
        .haveExactly(1, FINE_RAN);
    assertPhotographed("FailingInSetUp");
  }

  @Test
  void aWindowLeftOpenFailsTheTestWithItsTitle() {
    testsOf(LeavingAWindow.class)
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("faulty"),
                finishedWithFailure(
                    message(text -> text.endsWith("the test left open: [forgotten]")))))
        .haveExactly(1, FINE_RAN);
  }

  @Test
  void aComponentUsedOffTheEdtFailsTheTest() throws IOException {
    testsOf(OffTheEdt.class)
        .assertThatEvents()
        .haveExactly(
            1, event(test("faulty"), finishedWithFailure(instanceOf(EdtViolationException.class))));
    assertPhotographed("OffTheEdt");
  }

  @Test
  void aClassCanOptOutOfTheThreadCheck() {
    testsOf(OffTheEdtOnPurpose.class)
        .assertThatEvents()
        .haveExactly(1, event(test("faulty"), finishedSuccessfully()));
  }

  @GuiTest
  static class ThrowingOnTheEdt {
    @Test
    void faulty() {
      EventQueue.invokeLater(
          () -> {
            throw new IllegalStateException("thrown by a listener");
          });
    }

    @Test
    void fine() {}
  }

  @GuiTest
  static class Failing {
    @Test
    void faulty() {
      throw new AssertionError("in the test");
    }

    @Test
    void fine() {}
  }

  @GuiTest
  static class FailingInSetUp {
    @BeforeEach
    void setUp(TestInfo test) {
      if (isFaulty(test)) {
        throw new AssertionError("in the set-up");
      }
    }

    @Test
    void faulty() {}

    @Test
    void fine() {}
  }

  @GuiTest
  static class LeavingAWindow {
    private final JFrame window = showLabel("forgotten");

    @AfterEach
    void closeUnlessForgotten(TestInfo test) {
      if (!isFaulty(test)) {
        OnEdt.run(window::dispose);
      }
    }

    @Test
    void faulty() {}

    @Test
    void fine() {}
  }

  @GuiTest
  static class OffTheEdt {
    private final JFrame window = showLabel("off the event dispatch thread");

    @AfterEach
    void close() {
      OnEdt.run(window::dispose);
    }

    @Test
    void faulty() {
      window.setContentPane(new JPanel());
    }
  }

  @GuiTest(checkThreads = false)
  static class OffTheEdtOnPurpose extends OffTheEdt {}

  private static boolean isFaulty(TestInfo test) {
    return test.getDisplayName().startsWith("faulty");
  }

  private static JFrame showLabel(String text) {
    return OnEdt.call(
        () -> {
          JFrame window = new JFrame(text);
          window.add(new JLabel(text));
          window.pack();
          window.setVisible(true);
          return window;
        });
  }

  private static Events testsOf(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .execute()
        .testEvents();
  }

  /** Takes the picture away, too: it is of no failure that anyone has to look into. */
  private static void assertPhotographed(String tests) throws IOException {
    Path picture = Screenshot.FOLDER.resolve("GuiExtensionGuiTest$" + tests + "-faulty.png");
    assertThat(picture).isNotEmptyFile();
    Files.delete(picture);
  }
}
