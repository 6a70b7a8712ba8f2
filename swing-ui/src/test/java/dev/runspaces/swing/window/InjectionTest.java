package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fields of a controller that have components of the layout. */
@Timeout(60)
class InjectionTest {
  private static final String WINDOW =
      "<Window><Actions><Action name='save' text='Save'/></Actions>"
          + "<TextField name='street'/><Button name='press' text='Press' onClick='#press'/>"
          + "<Slot name='content'/></Window>";

  private final Runspace runspace = Runspaces.open("gui");

  @AfterEach
  void closeAll() {
    runspace.close();
    assertThat(Runspaces.count()).isZero();
  }

  private static Layout layout() {
    return Layouts.standard().fromText("test.xml", WINDOW);
  }

  static class Base {
    @FromLayout @Nullable JTextField street;
  }

  static final class Shop extends Base {
    @FromLayout("press")
    @Nullable JComponent button;

    @FromLayout @Nullable WindowAction save;
    @Nullable JButton unmarked;
    private volatile @Nullable String pressed;

    @Handler
    void press() throws InterruptedException {
      JTextField field = street;
      pressed = field == null ? null : Edt.call(field::getText);
    }
  }

  /** Asks for what is not there. */
  static final class Wrong {
    @FromLayout @Nullable JTextField stret;
    @FromLayout @Nullable JLabel press;
    @FromLayout @Nullable WindowAction print;
    @FromLayout final @Nullable JTextField street = null;

    @Handler
    void print() {}
  }

  /** Has what a fragment needs. */
  static final class Details {
    @FromLayout @Nullable JLabel title;
  }

  @Test
  void haveThemBeforeTheWindowIsHeardOf() throws Exception {
    var shop = new Shop();
    LayoutWindow window = layout().controller(shop).openOffscreen(runspace);

    assertThat(shop.street).isSameAs(window.find("street", JTextField.class));
    assertThat(shop.button).isSameAs(window.find("press", JButton.class));
    assertThat(shop.save).isNotNull();
    assertThat(shop.unmarked).isNull();
    Edt.run(
        () -> {
          window.find("street", JTextField.class).setText("Main Street");
          window.find("press", JButton.class).doClick();
        });
    await().until(() -> "Main Street".equals(shop.pressed));
  }

  @Test
  void areTheFragmentsOwnIfItHasAController(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("f.xml"), "<Fragment><Label name='title' text='x'/></Fragment>");
    var details = new Details();
    LayoutWindow window = layout().controller(new Shop()).openOffscreen(runspace);

    window.load("content", Layouts.fragment(file)); // the window's controller is no obstacle
    window.load("content", Layouts.fragment(file).controller(details));

    assertThat(details.title).isSameAs(window.find("content.title", JLabel.class));
  }

  @Test
  void areToldWhatTheLayoutDoesNotHaveTogetherWithMethodsThatTheyDoNotHave() {
    assertThatExceptionOfType(LayoutException.class)
        .isThrownBy(() -> layout().controller(new Wrong()))
        .satisfies(
            refused ->
                assertThat(
                        refused.problems().stream()
                            .flatMap(problem -> problem.toString().lines())
                            .sorted())
                    .containsExactly(
                        "  @Handler methods: print",
                        "  did you mean street?",
                        "  there are: save",
                        "test.xml:1:130: Wrong has no @Handler method for onClick=\"#press\"",
                        "test.xml:1:1: field Wrong.print wants an action named \"print\", which the"
                            + " layout does not have",
                        "test.xml:1:1: field Wrong.stret wants a component named \"stret\", which the"
                            + " layout does not have",
                        "test.xml:1:72: field Wrong.street is marked with @FromLayout, but is final"
                            + " or static",
                        "test.xml:1:95: field Wrong.press is a JLabel, but \"press\" is a JButton"));
  }
}
