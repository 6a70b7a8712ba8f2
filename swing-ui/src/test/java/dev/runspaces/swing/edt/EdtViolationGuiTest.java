package dev.runspaces.swing.edt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.testkit.GuiTest;
import dev.runspaces.swing.window.LayoutWindow;
import dev.runspaces.swing.window.Layouts;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JLabel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the detector reports of a window on the screen, and what it leaves alone. */
@GuiTest(checkThreads = false)
class EdtViolationGuiTest {
  private final Runspace parent = Runspaces.open("main");
  private final Runspace gui = parent.open("gui");
  private final List<ErrorOccurred> errors = new CopyOnWriteArrayList<>();
  private LayoutWindow window;
  private JLabel label;

  @BeforeEach
  void open() throws InterruptedException {
    parent.events().on(ErrorOccurred.class, errors::add);
    window =
        Layouts.using(ComponentRegistry.standard())
            .fromText("test.xml", "<Window><Label name='status' text='Ready'/></Window>")
            .open(gui);
    label = window.find("status", JLabel.class);
  }

  @AfterEach
  void close() {
    parent.close();
  }

  /**
   * Closes the runspaces, which delivers what was raised, and returns what the parent has heard.
   */
  private List<ErrorOccurred> errorsInTheEnd() {
    parent.close();
    return errors;
  }

  @Test
  void aComponentThatIsChangedOnAnotherThreadIsAnErrorEventWithThePlace() {
    label.setText("changed elsewhere");
    assertThat(errorsInTheEnd())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.error())
                    .isInstanceOf(EdtViolationException.class)
                    .hasMessageContaining("a JLabel \"status\" was changed on thread")
                    .hasMessageContaining("EdtViolationGuiTest.java")
                    .hasMessageContaining("wrap it in Edt.call(...) or Edt.run(...)"));
  }

  @Test
  void onePlaceIsReportedOnce() {
    for (int i = 0; i < 10; i++) {
      label.setText("again " + i);
    }
    assertThat(errorsInTheEnd()).hasSize(1);
  }

  @Test
  void theSameChangeOnTheEdtIsNone() throws InterruptedException {
    Edt.call(
        () -> {
          label.setText("changed properly");
          return label;
        });
    assertThat(errorsInTheEnd()).isEmpty();
  }

  @Test
  void askingForARepaintIsAllowedAnywhere() {
    label.repaint();
    assertThat(errorsInTheEnd()).isEmpty();
  }

  @Test
  void aComponentThatIsNotOnTheScreenIsNotWatched() {
    new JLabel("loose").setText("still loose");
    assertThat(errorsInTheEnd()).isEmpty();
  }
}
