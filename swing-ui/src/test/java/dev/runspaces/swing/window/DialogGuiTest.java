package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.component.ComponentEvent.Clicked;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.testkit.GuiTest;
import java.awt.Dialog;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Dialogs, which may keep their user from other windows, and nothing from going on. */
@GuiTest
@Timeout(60)
class DialogGuiTest {
  private Runspace runspace;

  @BeforeEach
  void open() {
    runspace = Runspaces.open("gui");
  }

  @AfterEach
  void closeAll() {
    runspace.close();
  }

  private Layout layout(String xml) {
    return Layouts.standard().fromText("test.xml", xml);
  }

  private static Dialog dialogOf(LayoutWindow window) throws InterruptedException {
    return Edt.call(
        () -> (Dialog) SwingUtilities.getWindowAncestor(window.find("b", JButton.class)));
  }

  @Test
  void aModalOneIsOpenedWithoutWaitingAndLetsEventsThrough() throws Exception {
    List<String> clicks = new CopyOnWriteArrayList<>();
    runspace.events().on(Clicked.class, click -> clicks.add(click.component()));
    LayoutWindow dialog =
        layout("<Dialog modality='application'><Button name='b' onClick='b'/></Dialog>")
            .open(runspace);

    assertThat(Edt.call(dialogOf(dialog)::isShowing)).isTrue();
    assertThat(dialogOf(dialog).getModalityType()).isEqualTo(Dialog.ModalityType.APPLICATION_MODAL);
    Edt.run(() -> dialog.find("b", JButton.class).doClick());
    await().untilAsserted(() -> assertThat(clicks).containsExactly("b"));

    dialog.close();
    assertThat(dialog.awaitClosed(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void aModalOneThatIsClosedBeforeItWasShownStaysAway() throws Exception {
    Layout layout = layout("<Dialog modality='application'><Button name='b'/></Dialog>");
    LayoutWindow dialog =
        Edt.call(
            () -> {
              LayoutWindow opened = layout.open(runspace);
              opened.close();
              return opened;
            });

    assertThat(dialog.awaitClosed(Duration.ofSeconds(10))).isTrue();
    assertThat(Edt.call(dialogOf(dialog)::isDisplayable)).isFalse();
  }

  @Test
  void hasItsIconInTheSizesThatDesktopsWant(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("a.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'>"
            + "<rect width='20' height='10' fill='#ff0000'/></svg>");
    for (String name : List.of("b.png", "b@2x.png")) {
      int size = name.equals("b.png") ? 16 : 32;
      ImageIO.write(
          new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB),
          "png",
          folder.resolve(name).toFile());
    }
    assertThat(sizesOfIcons(folder, "a.svg")).containsExactly(16, 20, 24, 32, 48, 64, 128);
    assertThat(sizesOfIcons(folder, "b.png")).containsExactly(16, 32);
  }

  private List<Integer> sizesOfIcons(Path folder, String icon) throws Exception {
    Path file = folder.resolve("dialog.xml");
    Files.writeString(file, "<Dialog icon='" + icon + "'><Button name='b'/></Dialog>");
    LayoutWindow dialog = Layouts.load(file).open(runspace);
    return Edt.call(
        () ->
            dialogOf(dialog).getIconImages().stream().map(image -> image.getHeight(null)).toList());
  }

  @Test
  void belongsToItsOwnerAndIsClosedWithIt() throws Exception {
    LayoutWindow owner = layout("<Window><Button name='b'/></Window>").open(runspace);
    LayoutWindow dialog =
        layout("<Dialog modality='document'><Button name='b'/></Dialog>")
            .owner(owner)
            .open(runspace);
    Window of = Edt.call(() -> dialogOf(dialog).getOwner());
    Window ownersWindow =
        Edt.call(() -> SwingUtilities.getWindowAncestor(owner.find("b", JButton.class)));
    assertThat(of).isSameAs(ownersWindow);

    owner.close();

    assertThat(dialog.awaitClosed(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void isRefusedByAnOwnerThatIsClosedWhichStaysClosed() throws Exception {
    LayoutWindow owner =
        layout("<Window title='Orders'><Button name='b'/></Window>").open(runspace);
    Window ownersWindow =
        Edt.call(() -> SwingUtilities.getWindowAncestor(owner.find("b", JButton.class)));
    owner.close();

    Layout dialog = layout("<Dialog><Button name='b'/></Dialog>").owner(owner);
    assertThatThrownBy(() -> dialog.open(runspace))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the owner, window \"Orders\", is closed; open the dialog while its owner is open, or"
                + " without one");
    assertThat(Edt.call(ownersWindow::isDisplayable)).isFalse();
  }

  @Test
  void leavesItsOwnerClosedWhereThatIsClosedBeforeItIsShown() throws Exception {
    LayoutWindow owner = layout("<Window><Button name='b'/></Window>").open(runspace);
    Window ownersWindow =
        Edt.call(() -> SwingUtilities.getWindowAncestor(owner.find("b", JButton.class)));
    Layout layout =
        layout("<Dialog modality='application'><Button name='b'/></Dialog>").owner(owner);
    LayoutWindow dialog =
        Edt.call(
            () -> {
              LayoutWindow opened = layout.open(runspace);
              owner.close();
              return opened;
            });

    assertThat(dialog.awaitClosed(Duration.ofSeconds(10))).isTrue();
    assertThat(Edt.call(ownersWindow::isDisplayable)).isFalse();
    assertThat(Edt.call(dialogOf(dialog)::isDisplayable)).isFalse();
  }
}
