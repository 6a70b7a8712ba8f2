package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.SharedState;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.swing.edt.Edt;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.AbstractButton;
import javax.swing.JScrollBar;
import javax.swing.JSlider;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that cannot be shown is told of; one that is shown in another form is not. */
@Timeout(60)
class UnfitValueTest {
  private final Runspace runspace = Runspaces.open("gui");
  private final SharedState state = new SharedState();
  private final List<String> errors = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    runspace
        .events()
        .on(ErrorOccurred.class, error -> errors.add(String.valueOf(error.error().getMessage())));
  }

  @AfterEach
  void close() {
    runspace.close();
  }

  private LayoutWindow open(String content) throws InterruptedException {
    return Layouts.standard()
        .fromText("test.xml", "<Window>" + content + "</Window>")
        .model("state", state)
        .openOffscreen(runspace);
  }

  private static <T> void awaitShown(Callable<T> shown, T expected) {
    await().untilAsserted(() -> assertThat(Edt.call(shown)).isEqualTo(expected));
  }

  private void awaitError(String error) {
    await().untilAsserted(() -> assertThat(errors).containsExactly(error));
  }

  /**
   * Waits until the runspace has done all that was raised until now, and the EDT what came of it.
   */
  private void settle() throws InterruptedException {
    Edt.call(() -> true);
    runspace.invoke(context -> true);
    Edt.call(() -> true);
    runspace.invoke(context -> true);
  }

  @Nested
  class OfAMask {
    private static final String FIELD =
        "<FormattedTextField name='f' mask='##-UUU' value='{state.code}'/>";

    private static String shown(LayoutWindow window) {
      return window.find("f", JTextField.class).getText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad", "12-ABCD", "1x-ABC", "ABC-12"})
    void isToldOfAndNoneIsShown(String code) throws InterruptedException {
      state.put("code", "99-BAD");
      LayoutWindow window = open(FIELD);
      state.put("code", code);

      awaitError(
          "test.xml:1:59: {state.code} cannot be shown: \""
              + code
              + "\" does not fit the mask ##-UUU");
      awaitShown(() -> shown(window), "__-___");
      assertThat(state.snapshot()).as("that is no edit").containsEntry("code", code);
    }

    @ParameterizedTest
    @CsvSource({"12-ABC,12-ABC", "12-abc,12-ABC", "12ABC,12-ABC", "12,12-___", "'',__-___"})
    void isShownInItsFormWhereItFits(String code, String form) throws InterruptedException {
      state.put("code", "99-XYZ");
      LayoutWindow window = open(FIELD);
      state.put("code", code);

      awaitShown(() -> shown(window), form);
      settle();
      assertThat(errors).isEmpty();
      assertThat(state.snapshot()).containsEntry("code", code);
    }
  }

  @Nested
  class OfARange {
    @Test
    void isToldOfByASliderThatShowsItsNearestEnd() throws InterruptedException {
      state.put("value", 5);
      LayoutWindow window = open("<Slider name='s' maximum='50' value='{state.value}'/>");
      state.put("value", 500);

      awaitError("test.xml:1:46: {state.value} cannot be shown: 500 is not from 0 to 50");
      awaitShown(() -> window.find("s", JSlider.class).getValue(), 50);
      assertThat(state.snapshot()).containsEntry("value", 500);
    }

    @Test
    void isToldOfByAScrollBarWhichHasRoomForWhatItShows() throws InterruptedException {
      state.put("value", 100);
      LayoutWindow window = open("<ScrollBar name='s' value='{state.value}'/>");

      awaitError("test.xml:1:36: {state.value} cannot be shown: 100 is not from 0 to 90");
      awaitShown(() -> window.find("s", JScrollBar.class).getValue(), 90);
    }

    @Test
    void isShownLaterWhereTheRangeFollowsAModelToo() throws InterruptedException {
      state.put("value", 5);
      state.put("most", 50);
      LayoutWindow window = open("<Slider name='s' maximum='{state.most}' value='{state.value}'/>");
      state.put("value", 500);
      state.put("most", 1000);

      awaitShown(() -> window.find("s", JSlider.class).getValue(), 500);
      settle();
      assertThat(errors).isEmpty();
    }
  }

  @Nested
  class OfAGroup {
    @Test
    void isShownWhereNoneIsChosenAnyMore() throws InterruptedException {
      state.put("a", true);
      state.put("b", false);
      LayoutWindow window =
          open(
              "<RadioButton name='a' group='g' value='{state.a}'/>"
                  + "<RadioButton name='b' group='g' value='{state.b}'/>");
      assertThat(Edt.<Boolean>call(() -> isSelected(window, "a"))).isTrue();
      state.put("a", false);

      awaitShown(() -> isSelected(window, "a") || isSelected(window, "b"), false);
      Edt.run(() -> window.find("b", AbstractButton.class).doClick(0));
      await().untilAsserted(() -> assertThat(state.snapshot()).containsEntry("b", true));
      assertThat(state.snapshot()).containsEntry("a", false);
    }

    private static boolean isSelected(LayoutWindow window, String name) {
      return window.find(name, AbstractButton.class).isSelected();
    }
  }
}
