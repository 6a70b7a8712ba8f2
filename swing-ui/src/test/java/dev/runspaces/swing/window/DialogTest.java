package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.component.ComponentRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A dialog that nobody sees, and the window that it belongs to. */
@Timeout(60)
class DialogTest {
  private final Runspace runspace = Runspaces.open("gui");

  @AfterEach
  void closeAll() {
    runspace.close();
    assertThat(Runspaces.count()).isZero();
  }

  private static Layout layout(String text) {
    return Layouts.using(ComponentRegistry.standard()).fromText("test.xml", text);
  }

  private LayoutWindow owner() throws InterruptedException {
    return layout("<Window title='Orders'/>").openOffscreen(runspace);
  }

  @Test
  void isClosedWithItsOwner() throws InterruptedException {
    LayoutWindow owner = owner();
    LayoutWindow dialog = layout("<Dialog/>").owner(owner).openOffscreen(runspace);
    owner.close();

    assertThat(dialog.isClosed()).isTrue();
  }

  @Test
  void leavesItsOwnerOpenWhenItIsClosed() throws InterruptedException {
    LayoutWindow owner = owner();
    layout("<Dialog/>").owner(owner).openOffscreen(runspace).close();

    assertThat(owner.isClosed()).isFalse();
  }

  @Test
  void whoseOwnerIsClosedIsRefused() throws InterruptedException {
    LayoutWindow owner = owner();
    owner.close();
    Layout dialog = layout("<Dialog/>").owner(owner);

    assertThatIllegalStateException()
        .isThrownBy(() -> dialog.openOffscreen(runspace))
        .withMessageStartingWith("the owner, window \"Orders\", is closed");
  }

  @Test
  void thatIsAWindowHasNoOwner() throws InterruptedException {
    LayoutWindow owner = owner();
    LayoutWindow window = layout("<Window/>").owner(owner).openOffscreen(runspace);
    owner.close();

    assertThat(window.isClosed()).isFalse();
  }
}
