package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.component.ComponentEvent.WindowChange;
import dev.runspaces.swing.component.ComponentEvent.WindowChanged;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.edt.Edt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JButton;
import javax.swing.JInternalFrame;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a window before its end. */
@Timeout(60)
class WindowEventsTest {
  private final Runspace runspace = Runspaces.open("gui");
  private final List<WindowChange> changes = new CopyOnWriteArrayList<>();

  WindowEventsTest() {
    runspace.events().on(WindowChanged.class, event -> changes.add(event.change()));
  }

  @AfterEach
  void close() {
    runspace.close();
  }

  private LayoutWindow open(String attributes) throws InterruptedException {
    return Layouts.using(ComponentRegistry.standard())
        .fromText("test.xml", "<Window " + attributes + "><Button name='b'/></Window>")
        .openOffscreen(runspace);
  }

  private LayoutWindow openWithHiddenFrame() throws InterruptedException {
    return Layouts.standard()
        .fromText(
            "test.xml",
            "<Window><DesktopPane><InternalFrame name='f' visible='false' onOpened='O'/>"
                + "</DesktopPane></Window>")
        .openOffscreen(runspace);
  }

  private static void closeByUser(LayoutWindow window) throws InterruptedException {
    Edt.call(
        () -> {
          JButton button = window.find("b", JButton.class);
          var frame =
              (JInternalFrame) SwingUtilities.getAncestorOfClass(JInternalFrame.class, button);
          frame.doDefaultCloseAction();
          return true;
        });
  }

  @Test
  void itIsOpenedAndAskedToClose() throws InterruptedException {
    LayoutWindow window = open("onOpened='O' onClosing='C'");
    closeByUser(window);
    await().until(() -> changes.size() == 2);
    assertThat(changes).containsExactly(WindowChange.OPENED, WindowChange.CLOSING);
    assertThat(window.isClosed()).isTrue();
  }

  @Test
  void aFrameInItIsOpenedWithIt() throws InterruptedException {
    Layouts.standard()
        .fromText(
            "test.xml", "<Window><DesktopPane><InternalFrame onOpened='O'/></DesktopPane></Window>")
        .openOffscreen(runspace);
    await().until(() -> !changes.isEmpty());
    assertThat(changes).containsExactly(WindowChange.OPENED);
  }

  @Test
  void aFrameThatIsHiddenIsOpenedWhenItIsShown() throws InterruptedException {
    LayoutWindow window = openWithHiddenFrame();
    Edt.call(() -> true); // behind what has been told
    assertThat(changes).isEmpty();
    for (boolean isVisible : new boolean[] {true, false, true}) {
      Edt.run(() -> window.find("f", JInternalFrame.class).setVisible(isVisible));
    }
    await().until(() -> !changes.isEmpty());
    window.close();
    assertThat(changes).containsExactly(WindowChange.OPENED);
  }

  @Test
  void aFrameThatIsDisposedOfAtOnceWasNeverOpened() throws InterruptedException {
    LayoutWindow window = openWithHiddenFrame();
    Edt.call(
        () -> {
          JInternalFrame frame = window.find("f", JInternalFrame.class);
          frame.setVisible(true);
          frame.dispose();
          return true;
        });
    Edt.call(() -> true); // behind what would be told
    window.close();
    runspace.close(); // and what it would be told after

    assertThat(changes).isEmpty();
  }

  @Test
  void aFrameIsOpenedWithTheFragmentThatItCameWith(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("part.xml");
    Files.writeString(
        file, "<Fragment><DesktopPane><InternalFrame onOpened='O'/></DesktopPane></Fragment>");
    LayoutWindow window =
        Layouts.standard()
            .fromText("test.xml", "<Window><Slot name='s'/></Window>")
            .openOffscreen(runspace);
    window.load("s", Layouts.standard().fragmentFrom(file));
    await().until(() -> !changes.isEmpty());
    assertThat(changes).containsExactly(WindowChange.OPENED);
  }

  @Test
  void itStaysOpenIfItsUserMayNotCloseIt() throws InterruptedException {
    LayoutWindow window = open("onClosing='C' defaultCloseOperation='nothing'");
    closeByUser(window);
    await().until(() -> changes.contains(WindowChange.CLOSING));
    assertThat(window.isClosed()).isFalse();
    window.close();
    assertThat(window.isClosed()).isTrue();
  }
}
