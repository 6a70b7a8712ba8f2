package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Invocation;
import dev.runspaces.InvocationState;
import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.Script;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventOverflowException;
import dev.runspaces.event.Overflow;
import dev.runspaces.event.Subscription;
import dev.runspaces.swing.component.ComponentEvent.Clicked;
import dev.runspaces.swing.component.ComponentEvent.WindowClosed;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.component.TableRows;
import dev.runspaces.swing.component.Tag;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.thread.WaitRefusedException;
import java.awt.Color;
import java.awt.HeadlessException;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JInternalFrame;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Windows that need no display: what holds of them holds of windows on the screen. */
@Timeout(60)
class LayoutWindowTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Runspace parent = Runspaces.open("main");
  private final Runspace gui = parent.open("gui");
  private final List<Object> heard = new CopyOnWriteArrayList<>();

  private final Layout pressMe =
      Layouts.using(ComponentRegistry.standard())
          .fromText(
              "press-me.xml",
              "<Window name='w' title='Press Me' onClosed='WindowClosed'>"
                  + "<Button name='Button1' text='Press Me' onClick='Button1Clicked'/></Window>");

  @AfterEach
  void closeAll() {
    parent.close();
    assertThat(Runspaces.count()).isZero();
  }

  private static void click(LayoutWindow window) throws InterruptedException {
    Edt.call(
        () -> {
          window.find("Button1", JButton.class).doClick(0);
          return window;
        });
  }

  @Nested
  class Events {
    @Test
    void aClickIsAnEventInTheParent() throws InterruptedException {
      LayoutWindow window = pressMe.openOffscreen(gui);
      click(window);
      Event click = parent.events().await("Button1Clicked", SOON).orElseThrow();
      assertThat(click.payload()).isEqualTo(new Clicked("Button1", "Press Me"));
      assertThat(click.source()).isEqualTo("gui");
    }

    @Test
    void clicksAndClosingArriveInOrder() throws InterruptedException {
      parent.events().on(Clicked.class, heard::add);
      parent.events().on(WindowClosed.class, heard::add);
      LayoutWindow window = pressMe.openOffscreen(gui);
      click(window);
      click(window);
      window.close();
      parent.close();
      assertThat(heard)
          .containsExactly(
              new Clicked("Button1", "Press Me"),
              new Clicked("Button1", "Press Me"),
              new WindowClosed("w", "Press Me"));
    }

    @Test
    void aClickAfterTheRunspaceIsClosedDoesNoHarm() throws InterruptedException {
      LayoutWindow window = pressMe.openOffscreen(gui);
      gui.close();
      click(window);
      assertThat(window.isClosed()).isTrue();
    }
  }

  @Nested
  class EventsThatAreTooMany {
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Runspace busy = parent.builder("busy").overflow(Overflow.fail(1)).open();

    @BeforeEach
    void fill() throws InterruptedException {
      var begun = new CountDownLatch(1);
      busy.events().on("*", event -> heard.add(event.sourceIdentifier()));
      Invocation<Boolean> unused =
          busy.begin(
              context -> {
                begun.countDown();
                return goOn.await(10, TimeUnit.SECONDS);
              });
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void areErrorEventsAndTheWindowClosesAllTheSame() throws InterruptedException {
      var errors = new LinkedBlockingQueue<Throwable>();
      parent.events().on("ErrorsOccurred", event -> errors.add(event.error()));
      LayoutWindow window = pressMe.openOffscreen(busy);
      busy.events().raise("Full");
      click(window);
      Edt.run(window::close);
      assertThat(window.awaitClosed(SOON)).isTrue();
      goOn.countDown();
      assertThat(errors.poll(10, TimeUnit.SECONDS))
          .isInstanceOf(EventOverflowException.class)
          .hasMessageContaining("Button1Clicked");
      assertThat(errors.poll(10, TimeUnit.SECONDS))
          .isInstanceOf(EventOverflowException.class)
          .hasMessageContaining("WindowClosed");
    }
  }

  @Nested
  class WhatAWindowOwns {
    @Test
    void isClosedWithIt() throws InterruptedException {
      LayoutWindow window = pressMe.openOffscreen(gui);
      Subscription clicks = parent.events().on(Clicked.class, heard::add);
      window.own(clicks);
      assertThat(clicks.isActive()).isTrue();
      window.close();
      assertThat(clicks.isActive()).isFalse();
    }

    @Test
    void isClosedAtOnceIfTheWindowIsClosed() throws InterruptedException {
      LayoutWindow window = pressMe.openOffscreen(gui);
      window.close();
      Subscription clicks = parent.events().on(Clicked.class, heard::add);
      window.own(clicks);
      assertThat(clicks.isActive()).isFalse();
    }

    @Test
    void isNotClosedOnceItWasHandedBack() throws InterruptedException {
      LayoutWindow window = pressMe.openOffscreen(gui);
      Subscription clicks = parent.events().on(Clicked.class, heard::add);
      window.own(clicks).close();
      window.close();
      assertThat(clicks.isActive()).isTrue();
    }

    @Test
    void isClosedInTheOrderOfATryBlock() throws InterruptedException {
      var closed = new CopyOnWriteArrayList<String>();
      LayoutWindow window = pressMe.openOffscreen(gui);
      window.own(() -> closed.add("first"));
      window.own(() -> closed.add("second")).close();
      window.own(() -> closed.add("third"));
      window.close();
      assertThat(closed).containsExactly("third", "first");
    }

    @Test
    void isAnErrorEventIfItFailsToClose() throws InterruptedException {
      LayoutWindow window = pressMe.openOffscreen(gui);
      window.own(
          () -> {
            throw new IllegalStateException("stuck");
          });
      var errors = new LinkedBlockingQueue<Throwable>();
      parent.events().on("ErrorsOccurred", event -> errors.add(event.error()));
      window.close();
      assertThat(errors.poll(10, TimeUnit.SECONDS)).hasMessage("stuck");
    }

    @Test
    void isAnErrorEventIfItFailsWithAnErrorAndTheWindowClosesAllTheSame()
        throws InterruptedException {
      LayoutWindow window = pressMe.openOffscreen(gui);
      Subscription clicks = parent.events().on(Clicked.class, heard::add);
      window.own(clicks);
      window.own(
          () -> {
            throw new AssertionError("stuck");
          });
      var errors = new LinkedBlockingQueue<Throwable>();
      parent.events().on("ErrorsOccurred", event -> errors.add(event.error()));
      Edt.run(window::close);
      assertThat(errors.poll(10, TimeUnit.SECONDS)).hasMessage("stuck");
      assertThat(window.awaitClosed(SOON)).isTrue();
      assertThat(clicks.isActive()).isFalse();
    }
  }

  @Nested
  class Closing {
    @Test
    void byCodeItRaisesOneEventAndEndsTheWait() throws InterruptedException {
      parent.events().on(WindowClosed.class, heard::add);
      var opened = new CountDownLatch(1);
      Invocation<LayoutWindow> script =
          gui.begin(
              context -> {
                LayoutWindow window = pressMe.openOffscreen(context.runspace());
                context.write(window);
                opened.countDown();
                return window.awaitClosed();
              });
      assertThat(opened.await(10, TimeUnit.SECONDS)).isTrue();
      LayoutWindow window = (LayoutWindow) script.output().get(0);
      window.close();
      window.close();
      assertThat(script.await(SOON).isClosed()).isTrue();
      parent.close();
      assertThat(heard).hasSize(1);
    }

    @Test
    void withItsRunspaceItRaisesTheSameEvent() throws InterruptedException {
      parent.events().on(WindowClosed.class, heard::add);
      LayoutWindow window = pressMe.openOffscreen(gui);
      gui.close();
      assertThat(window.isClosed()).isTrue();
      parent.close();
      assertThat(heard).containsExactly(new WindowClosed("w", "Press Me"));
    }

    @Test
    void withItsParentsRunspaceItRaisesTheSameEvent() throws InterruptedException {
      parent.events().on(WindowClosed.class, heard::add);
      LayoutWindow window = pressMe.openOffscreen(gui);
      parent.close();
      assertThat(window.isClosed()).isTrue();
      assertThat(heard).containsExactly(new WindowClosed("w", "Press Me"));
    }

    /**
     * The race of a close button: the handler closes the runspace whose script awaits the window.
     */
    @RepeatedTest(50)
    void aScriptWhoseWindowIsClosedCompletesEvenIfAHandlerClosesItsRunspace()
        throws InterruptedException {
      parent.events().on("WindowClosed", event -> gui.close());
      Invocation<LayoutWindow> script =
          gui.begin(
              context -> {
                LayoutWindow window = pressMe.openOffscreen(context.runspace());
                Edt.run(window::close);
                return window.awaitClosed();
              });
      script.await(SOON);
      assertThat(script.state()).isEqualTo(InvocationState.COMPLETED);
    }

    /**
     * The race of a close button with the closing of the runspace: the event must not come too
     * late.
     */
    @RepeatedTest(100)
    void closedByTheUserAndWithItsRunspaceAtOnceItStillRaisesItsEvent()
        throws InterruptedException {
      parent.events().on(WindowClosed.class, heard::add);
      LayoutWindow window = pressMe.openOffscreen(gui);
      Edt.run(window::close);
      gui.close();
      parent.close();
      assertThat(heard).containsExactly(new WindowClosed("w", "Press Me"));
    }

    @Test
    void byItsOwnCloseButtonItEndsTheSameWay() throws InterruptedException {
      parent.events().on(WindowClosed.class, heard::add);
      LayoutWindow window = pressMe.openOffscreen(gui);
      Edt.call(
          () -> {
            JButton button = window.find("Button1", JButton.class);
            ((JInternalFrame) SwingUtilities.getAncestorOfClass(JInternalFrame.class, button))
                .doDefaultCloseAction();
            return window;
          });
      assertThat(window.isClosed()).isTrue();
      parent.close();
      assertThat(heard).containsExactly(new WindowClosed("w", "Press Me"));
    }

    @Test
    void openedForAScriptThatWasStoppedMeanwhileItDoesNotStay() throws InterruptedException {
      parent.events().on(WindowClosed.class, heard::add);
      var edtIsBusy = new CountDownLatch(1);
      var waiting = new CountDownLatch(1);
      Edt.run(
          () -> {
            try {
              boolean unused = edtIsBusy.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
              Thread.currentThread().interrupt();
            }
          });
      Invocation<?> script =
          gui.begin(
              context -> {
                waiting.countDown();
                return pressMe.openOffscreen(context.runspace());
              });
      assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
      script.stop();
      assertThatThrownBy(() -> script.await(SOON)).hasMessageContaining("was stopped");
      edtIsBusy.countDown();
      Edt.call(() -> "behind all that was left to do there");
      parent.invoke(context -> "behind the event");
      assertThat(heard).containsExactly(new WindowClosed("w", "Press Me"));
    }

    @Test
    void aClosedWindowIsNotKeptByItsRunspace() throws InterruptedException {
      for (int i = 0; i < 3; i++) {
        pressMe.openOffscreen(gui).close();
      }
      parent.events().on(WindowClosed.class, heard::add);
      gui.close();
      parent.close();
      assertThat(heard).isEmpty();
    }

    @Test
    void aClosedWindowWithAFileChooserIsNotKeptBySwing() throws InterruptedException {
      var window = Layouts.standard().fromText("test.xml", "<Window><FileChooser/></Window>");
      List<WeakReference<LayoutWindow>> closed = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        try (LayoutWindow shown = window.openOffscreen(gui)) {
          closed.add(new WeakReference<>(shown));
        }
      }

      // Swing may keep the one that it has drawn last.
      await()
          .untilAsserted(
              () -> {
                System.gc();
                assertThat(closed).filteredOn(one -> one.get() != null).hasSizeLessThan(2);
              });
    }

    @Test
    void awaitingItOnTheEdtIsRefused() throws InterruptedException {
      LayoutWindow window = pressMe.openOffscreen(gui);
      assertThatThrownBy(() -> Edt.call(window::awaitClosed))
          .isInstanceOf(WaitRefusedException.class);
    }

    @Test
    void awaitingItWithATimeOutReturnsWithoutIt() throws InterruptedException {
      LayoutWindow window = pressMe.openOffscreen(gui);
      assertThat(window.awaitClosed(Duration.ofMillis(20))).isFalse();
    }
  }

  @Nested
  class Failing {
    private final Tag<JPanel> explosive =
        Tag.of(
            "Explosive",
            JPanel.class,
            () -> {
              throw new IllegalStateException("Bang");
            });
    private final Layout bad =
        Layouts.using(ComponentRegistry.standard().with(explosive))
            .fromText("bad.xml", "<Window onClosed='WindowClosed'><Explosive/></Window>");

    @Test
    void aWindowThatCannotBeBuiltLeavesNothingAndTheParentHasTheError() throws Exception {
      parent.events().on("ErrorsOccurred", event -> heard.add(event.error().getMessage()));
      parent.events().on("WindowClosed", heard::add);
      Invocation<?> script = gui.begin(context -> bad.openOffscreen(context.runspace()));
      assertThatThrownBy(() -> script.await(SOON)).hasRootCauseMessage("Bang");
      parent.close();
      assertThat(heard)
          .singleElement()
          .asString()
          .startsWith("bad.xml:1:33: <Explosive> cannot be made:")
          .contains("IllegalStateException: Bang");
    }

    @Test
    void withoutADisplayTheWayThatNeedsNoneIsTold() {
      assertThatThrownBy(() -> pressMe.open(gui))
          .isInstanceOf(HeadlessException.class)
          .hasMessageStartingWith(
              "there is no display for window \"Press Me\"; Layout.openOffscreen needs none");
    }

    @Test
    void aWindowKnowsItsRunspace() throws InterruptedException {
      assertThat(pressMe.openOffscreen(gui).runspace()).isEqualTo(gui);
    }

    @Test
    void aClosedRunspaceGetsNoWindow() {
      gui.close();
      assertThatThrownBy(() -> pressMe.openOffscreen(gui))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "open: runspace \"gui\" is CLOSED, so it can have no window; open the window in one"
                  + " that is OPENED, and close that when the window is no longer needed");
    }

    @Test
    void aResourceThatIsNotThereIsNamedAsSuch() {
      assertThatThrownBy(() -> Layouts.load(LayoutWindowTest.class.getResource("missing.xml")))
          .isInstanceOf(FileNotFoundException.class)
          .hasMessageContaining("getResource returned null");
    }
  }

  @Nested
  class Painting {
    @Test
    void aPictureShowsTheWindowInItsScale() throws InterruptedException {
      LayoutWindow window = pressMe.openOffscreen(gui);
      BufferedImage once = window.paint(1);
      BufferedImage twice = window.paint(2);
      assertThat(twice.getWidth()).isEqualTo(2 * once.getWidth());
      assertThat(coloursIn(once)).isGreaterThan(10);
    }

    @Test
    void aPictureOfWhatHasNoRoomIsOnePixel() throws InterruptedException {
      Layout layout =
          Layouts.standard()
              .fromText(
                  "t.xml",
                  """
                  <Window columns="[growprio 1, shrink 0][50%]" \
                  rows="[grow 10000][][pref:pref:pref]x visual.x2-50">
                    <EditorPane visible="false" accessibleName="Text" cell="cell 1 2 3 4, h 50%, wrap"/>
                    <Slider accessibleName="Volume"/>
                  </Window>
                  """);
      BufferedImage picture = layout.openOffscreen(gui).paint(0.1);

      assertThat(picture.getHeight()).isEqualTo(1);
    }

    @Test
    void aPictureShowsWhichRowOfATableIsSelected() throws InterruptedException {
      LayoutWindow window =
          Layouts.standard()
              .fromText("t.xml", "<Window><Table name='t'><Column title='Name'/></Table></Window>")
              .openOffscreen(gui);
      JTable table = window.find("t", JTable.class);
      Edt.run(
          () -> {
            TableRows.of(table).add("Ada");
            table.setSelectionBackground(Color.MAGENTA);
          });
      assertThat(shows(window.paint(1), Color.MAGENTA)).isFalse();
      Edt.run(() -> table.setRowSelectionInterval(0, 0));
      assertThat(shows(window.paint(1), Color.MAGENTA)).isTrue();
    }

    private static boolean shows(BufferedImage picture, Color colour) {
      return IntStream.range(0, picture.getHeight())
          .flatMap(y -> IntStream.range(0, picture.getWidth()).map(x -> picture.getRGB(x, y)))
          .anyMatch(seen -> seen == colour.getRGB());
    }

    @Test
    void lightAndDarkLookDifferent() throws InterruptedException {
      Theme.DARK.install();
      int dark = pressMe.openOffscreen(gui).paint(1).getRGB(40, 50) & 0xff;
      Theme.LIGHT.install();
      int light = pressMe.openOffscreen(gui).paint(1).getRGB(40, 50) & 0xff;
      assertThat(dark).isLessThan(100);
      assertThat(light).isGreaterThan(200);
    }

    @Test
    void anotherLookIsAllOfThatOfWhatIsOpen() throws InterruptedException {
      Layout all =
          Layouts.standard()
              .fromText(
                  "all.xml",
                  "<Window title='All' layout='wrap'>"
                      + "<MenuBar><Menu text='File'><MenuItem text='Quit'/></Menu></MenuBar>"
                      + "<TextField columns='10'/><CheckBox text='Yes'/><Spinner/><Slider/>"
                      + "<ScrollPane><Table><Column title='Name'/></Table></ScrollPane>"
                      + "<TabbedPane><Tab title='One'><Button text='Press'/></Tab></TabbedPane>"
                      + "</Window>");
      Theme.LIGHT.install();
      LayoutWindow window = all.openOffscreen(gui);
      BufferedImage light = window.paint(1);
      try {
        Theme.DARK.install();
        assertThat(different(window.paint(1), all.openOffscreen(gui).paint(1))).isZero();
        assertThat(different(window.paint(1), light)).isGreaterThan(10_000);
      } finally {
        Theme.LIGHT.install();
      }
      assertThat(different(window.paint(1), light)).isZero();
    }

    /** Counts the pixels that two pictures of the same size have not in common. */
    private static long different(BufferedImage one, BufferedImage other) {
      return IntStream.range(0, one.getHeight())
          .mapToLong(
              y ->
                  IntStream.range(0, one.getWidth())
                      .filter(x -> one.getRGB(x, y) != other.getRGB(x, y))
                      .count())
          .sum();
    }

    @Test
    void aLookThatIsBeingPreparedIsThatOfWhatIsOpenedNext() throws InterruptedException {
      Theme.DARK.installLater();
      int dark = pressMe.openOffscreen(gui).paint(1).getRGB(40, 50) & 0xff;
      Theme.LIGHT.install();
      assertThat(dark).isLessThan(100);
    }

    @Test
    void aScaleOutsideItsRangeIsRefused() throws InterruptedException {
      LayoutWindow window = pressMe.openOffscreen(gui);
      assertThatThrownBy(() -> window.paint(0)).hasMessageContaining("not between 0.1 and 10");
    }

    private static long coloursIn(BufferedImage picture) {
      return IntStream.range(0, picture.getHeight())
          .flatMap(y -> IntStream.range(0, picture.getWidth()).map(x -> picture.getRGB(x, y)))
          .distinct()
          .count();
    }
  }

  @Test
  void aScriptThatIsStoppedWhileItsWindowIsOpenIsStopped() throws InterruptedException {
    var opened = new CountDownLatch(1);
    Invocation<?> script =
        gui.begin(
            Script.action(
                context -> {
                  try (LayoutWindow window = pressMe.openOffscreen(context.runspace())) {
                    opened.countDown();
                    window.awaitClosed();
                  }
                }));
    assertThat(opened.await(10, TimeUnit.SECONDS)).isTrue();
    script.stop();
    assertThatThrownBy(() -> script.await(SOON)).hasMessageContaining("was stopped");
    assertThat(script.state()).isEqualTo(InvocationState.STOPPED);
  }
}
