package dev.runspaces.swing.window;

import static dev.runspaces.swing.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runspaces.Invocation;
import dev.runspaces.InvocationStoppedException;
import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.component.ComponentEvent.Clicked;
import dev.runspaces.swing.component.ComponentEvent.Edited;
import dev.runspaces.swing.component.ComponentEvent.WindowClosed;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.component.Tag;
import dev.runspaces.swing.testkit.GuiTest;
import dev.runspaces.swing.testkit.OnEdt;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Window;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.Robot;
import org.assertj.swing.fixture.JButtonFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Windows on a real display, used with a real pointer and keyboard. */
@GuiTest
class LayoutWindowGuiTest {
  private final Runspace parent = Runspaces.open("main");
  private final Runspace gui = parent.open("gui");
  private final List<Object> heard = new CopyOnWriteArrayList<>();

  @AfterEach
  void closeAll() {
    parent.close();
  }

  private LayoutWindow open(String xml) throws InterruptedException {
    return Layouts.using(ComponentRegistry.standard()).fromText("test.xml", xml).open(gui);
  }

  @Test
  void aClickWithThePointerIsAnEventInTheParent(Robot robot) throws InterruptedException {
    parent.events().on(Clicked.class, heard::add);
    LayoutWindow window =
        open("<Window title='T'><Button name='b' text='Go' onClick='Go'/></Window>");
    new JButtonFixture(robot, window.find("b", JButton.class)).click();
    eventually(() -> assertThat(heard).containsExactly(new Clicked("b", "Go")));
    window.close();
  }

  @Test
  void typedTextIsTold(Robot robot) throws InterruptedException {
    parent.events().on(Edited.class, heard::add);
    LayoutWindow window = open("<Window><TextField name='f' columns='10' onChange='E'/></Window>");
    new JTextComponentFixture(robot, window.find("f", JTextField.class)).enterText("ab");
    eventually(() -> assertThat(heard).contains(new Edited("f", "ab")));
    window.close();
  }

  @Test
  void theCloseButtonEndsItAsCloseDoes(Robot robot) throws InterruptedException {
    parent.events().on(WindowClosed.class, heard::add);
    LayoutWindow window =
        open("<Window name='w' title='T' onClosed='C'><Label name='l' text='x'/></Window>");
    JFrame frame = frameOf(window);
    robot.close(frame);
    eventually(() -> assertThat(window.isClosed()).isTrue());
    eventually(() -> assertThat(heard).containsExactly(new WindowClosed("w", "T")));
    assertThat(frame.isDisplayable()).isFalse();
  }

  @Test
  void whoIsStoppedWhenItIsMadeLeavesNone() throws Exception {
    var script = new CompletableFuture<Invocation<LayoutWindow>>();
    var ended = new CountDownLatch(1);
    Runnable stopIt =
        () -> {
          script.join().stop();
          try {
            // Nothing else is done on the EDT before the script has learnt of it.
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
        };
    Tag<JPanel> last =
        Tag.of(
            "Last",
            JPanel.class,
            () -> {
              EventQueue.invokeLater(stopIt); // done when the window is made
              return new JPanel();
            });
    Layout layout =
        Layouts.using(ComponentRegistry.standard().with(last))
            .fromText("test.xml", "<Window><Last/></Window>");
    script.complete(
        gui.begin(
            context -> {
              try {
                return layout.open(context);
              } finally {
                ended.countDown();
              }
            }));

    assertThatThrownBy(() -> script.join().await(Duration.ofSeconds(20)))
        .isInstanceOf(InvocationStoppedException.class);
    assertThat(OnEdt.call(() -> Stream.of(Window.getWindows()).filter(Window::isShowing).count()))
        .isZero();
  }

  @Test
  void closingTheRunspaceTakesTheWindowAway() throws InterruptedException {
    LayoutWindow window = open("<Window><Label name='l' text='x'/></Window>");
    JFrame frame = frameOf(window);
    gui.close();
    assertThat(frame.isDisplayable()).isFalse();
  }

  @Test
  void aDialogIsADialog() throws InterruptedException {
    LayoutWindow window = open("<Dialog title='D'><Button name='b' text='x'/></Dialog>");
    boolean dialog =
        OnEdt.call(
            () ->
                SwingUtilities.getWindowAncestor(window.find("b", JButton.class))
                    instanceof JDialog);
    assertThat(dialog).isTrue();
    window.close();
  }

  @Test
  void itIsAsLargeAsItsComponentsWantButNotLargerThanTheScreen() throws InterruptedException {
    LayoutWindow small = open("<Window><TextField name='f' columns='10'/></Window>");
    LayoutWindow large = open("<Window><TextField name='f' columns='1000'/></Window>");
    Dimension smallSize = OnEdt.call(frameOf(small)::getSize);
    Dimension largeSize = OnEdt.call(frameOf(large)::getSize);
    assertThat(smallSize.width).isLessThan(400);
    assertThat(largeSize.width).isLessThanOrEqualTo(1280);
    small.close();
    large.close();
  }

  private static JFrame frameOf(LayoutWindow window) {
    Component any = window.find(window.names().iterator().next(), Component.class);
    return OnEdt.call(() -> (JFrame) SwingUtilities.getWindowAncestor(any));
  }
}
