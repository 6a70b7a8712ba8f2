package dev.runspaces.demo;

import static dev.runspaces.swing.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.Runspaces;
import dev.runspaces.swing.testkit.GuiTest;
import dev.runspaces.swing.window.Layouts;
import dev.runspaces.swing.window.Theme;
import java.awt.Frame;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JFrame;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;

/** The demo's window on a real display, its real button pressed by a robot. */
@GuiTest
class PressMeGuiTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PressMe pressMe =
      new PressMe(new PrintStream(printed, true, StandardCharsets.UTF_8));

  private CompletableFuture<Optional<Throwable>> session = new CompletableFuture<>();

  /** Not before there is a robot: it does not look for windows that are older than itself. */
  @BeforeEach
  void play() {
    session =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return pressMe.play(
                    WindowScripts.onScreen(
                        DemoWindow.Choice.PRESS_ME.make(Theme.LIGHT),
                        Layouts.load(Main.class.getResource("press-me.xml"))));
              } catch (Exception failure) {
                throw new CompletionException(failure);
              }
            });
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static FrameFixture window(Robot robot) {
    return WindowFinder.findFrame(
            new GenericTypeMatcher<>(Frame.class, true) {
              @Override
              protected boolean isMatching(Frame frame) {
                return "Press Me".equals(frame.getTitle());
              }
            })
        .withTimeout(20, TimeUnit.SECONDS)
        .using(robot);
  }

  /** The close button that FlatLaf draws into the title bar. */
  private static JButton closeButton(Robot robot, FrameFixture window) {
    return robot
        .finder()
        .find(
            window.target(),
            new GenericTypeMatcher<>(JButton.class, true) {
              @Override
              protected boolean isMatching(JButton button) {
                return "Close".equals(button.getAccessibleContext().getAccessibleName());
              }
            });
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(Runspaces.all()).isEmpty();
    assertThat(Window.getWindows())
        .filteredOn(JFrame.class::isInstance)
        .noneMatch(Window::isDisplayable);
    eventually(() -> assertThat(threadNames()).noneMatch(name -> name.startsWith("runspace-")));
  }

  private static Stream<String> threadNames() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
  }

  @Test
  void clickClickCloseIsToldByTheParentsSubscribers(Robot robot) throws Exception {
    FrameFixture window = window(robot);
    window.button("Button1").requireText("Press Me").click();
    eventually(() -> assertThat(lines()).hasSize(2));
    window.button("Button1").click();
    eventually(() -> assertThat(lines()).hasSize(3));
    if (OS.LINUX.isCurrentOs()) {
      robot.click(closeButton(robot, window));
    } else {
      robot.close(window.target()); // a title bar that the system draws has no button for Java
    }
    assertThat(session.get(20, TimeUnit.SECONDS)).isEmpty();
    assertThat(lines())
        .containsExactly(
            "Runspaces before: 0",
            "Button Click Event",
            "Button Click Event",
            "The GUI has been closed.",
            "Runspaces after: 0",
            "Subscriptions after: 0");
  }

  @Test
  void closingFromCodeEndsInTheSameLines(Robot robot) throws Exception {
    window(robot);
    Runspaces.find("gui").orElseThrow().close();
    assertThat(session.get(20, TimeUnit.SECONDS)).isEmpty();
    assertThat(lines())
        .containsExactly(
            "Runspaces before: 0",
            "The GUI has been closed.",
            "Runspaces after: 0",
            "Subscriptions after: 0");
  }

  @Test
  void theButtonCanBePressedWithTheKeyboard(Robot robot) throws Exception {
    FrameFixture window = window(robot);
    window.button("Button1").focus().pressAndReleaseKeys(KeyEvent.VK_SPACE);
    eventually(() -> assertThat(lines()).contains("Button Click Event"));
    robot.close(window.target());
    assertThat(session.get(20, TimeUnit.SECONDS)).isEmpty();
  }
}
