package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.swing.component.ComponentEvent;
import dev.runspaces.swing.component.ComponentEvent.Clicked;
import dev.runspaces.swing.component.ComponentEvent.Edited;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import java.awt.EventQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ControllerTest {
  private final Runspace runspace = Runspaces.open("gui");
  private final List<String> called = new CopyOnWriteArrayList<>();

  @AfterEach
  void closeAll() {
    runspace.close();
    assertThat(Runspaces.count()).isZero();
  }

  private static Layout layout(String content) {
    return Layouts.using(ComponentRegistry.standard())
        .fromText("test.xml", "<Window onClosed='#closed'>" + content + "</Window>");
  }

  private static void click(LayoutWindow window, String button) throws InterruptedException {
    Edt.call(
        () -> {
          window.find(button, JButton.class).doClick(0);
          return true;
        });
  }

  /** What a program would write. */
  class Editor {
    @Handler
    void save() {
      called.add("save on " + Thread.currentThread().getName());
      assertThat(EventQueue.isDispatchThread()).isFalse();
    }

    @Handler
    @SuppressWarnings("UnusedMethod") // the layout calls it
    private void open(Clicked click) {
      called.add("open by " + click.component());
    }

    @Handler
    void any(ComponentEvent event) {
      called.add(event.toString());
    }

    @Handler
    void both() {
      called.add("both without");
    }

    @Handler
    void both(Clicked click) {
      called.add("both with " + click.text());
    }

    @Handler
    void edited(Edited edit) {
      called.add(edit.text());
    }

    @Handler
    void fail() {
      throw new IllegalStateException("disk full");
    }

    @Handler
    void closed() {
      called.add("closed");
    }

    void reset() {
      called.add("reset");
    }
  }

  class Clicks {
    @Handler
    void choose(Clicked click) {
      called.add("click in " + click.component());
    }
  }

  /** Looked at first, and less exact. */
  final class ClicksAndMore extends Clicks {
    @Handler
    void choose(ComponentEvent event) {
      called.add("any " + event);
    }
  }

  /** Has what it has from another. */
  final class SpecialEditor extends Editor {
    @Handler
    @Override
    void save() {
      called.add("special save");
    }
  }

  interface Resetting {
    List<String> called();

    @Handler
    default void reset(Clicked click) {
      called().add("reset by " + click.component());
    }

    @Handler
    default void closed() {
      called().add("closed by default");
    }
  }

  interface Starting extends Resetting {
    @Handler
    static void start() {}
  }

  /** Has one of its methods from what its interface extends, and another one instead of that. */
  final class DefaultEditor implements Starting {
    @Override
    public List<String> called() {
      return called;
    }

    @Override
    public void closed() {
      called.add("closed by itself");
    }
  }

  @Nested
  class Calls {
    @Test
    void areOfDefaultMethodsToo() throws InterruptedException {
      LayoutWindow window =
          layout("<Button name='a' onClick='#reset'/>")
              .controller(new DefaultEditor())
              .openOffscreen(runspace);
      click(window, "a");
      window.close();
      await()
          .untilAsserted(
              () -> assertThat(called).containsExactly("reset by a", "closed by itself"));
    }

    @Test
    void areNotOfStaticMethodsThatNobodyInherits() {
      assertThatThrownBy(() -> layout("<Button onClick='#start'/>").controller(new DefaultEditor()))
          .isInstanceOf(LayoutException.class)
          .hasMessageContaining("DefaultEditor has no @Handler method for onClick=\"#start\"");
    }

    @Test
    void runInTheRunspaceInOrderAndWithTheSnapshot() throws InterruptedException {
      LayoutWindow window =
          layout(
                  "<Button name='a' onClick='#save'/><Button name='b' onClick='#open'/>"
                      + "<Button name='c' text='See' onClick='#both' onMouseClick='#any'/>")
              .controller(new Editor())
              .openOffscreen(runspace);
      click(window, "a");
      click(window, "b");
      click(window, "c");
      window.close();
      await().until(() -> called.contains("closed"));
      assertThat(called)
          .containsExactly("save on runspace-gui", "open by b", "both with See", "closed");
    }

    @Test
    void areOfTheMethodWhoseParameterSaysMost() throws InterruptedException {
      LayoutWindow window =
          Layouts.standard()
              .fromText("test.xml", "<Window><Button name='a' onClick='#choose'/></Window>")
              .controller(new ClicksAndMore())
              .openOffscreen(runspace);
      click(window, "a");
      await().untilAsserted(() -> assertThat(called).containsExactly("click in a"));
    }

    @Test
    void areMixedWithEventsAsTheyHappen() throws InterruptedException {
      runspace.events().on("Clicked", event -> called.add("event"));
      LayoutWindow window =
          layout("<Button name='a' onClick='#open'/><Button name='b' onClick='Clicked'/>")
              .controller(new Editor())
              .openOffscreen(runspace);
      click(window, "a");
      click(window, "b");
      click(window, "a");
      window.close();
      await().until(() -> called.contains("closed"));
      assertThat(called).containsExactly("open by a", "event", "open by a", "closed");
    }

    @Test
    void goToTheControllerOfTheirWindowOnly() throws InterruptedException {
      Layout layout = layout("<Button name='a' onClick='#save'/>");
      LayoutWindow plain = layout.controller(new Editor()).openOffscreen(runspace);
      LayoutWindow special = layout.controller(new SpecialEditor()).openOffscreen(runspace);
      click(special, "a");
      plain.close();
      click(special, "a");
      special.close();
      await().until(() -> called.size() == 4);
      assertThat(called).containsExactly("special save", "closed", "special save", "closed");
    }

    @Test
    void thatFailAreErrorsInTheRunspaceAsTheyWereThrown() throws InterruptedException {
      runspace
          .events()
          .on(ErrorOccurred.class, error -> called.add(String.valueOf(error.error().getMessage())));
      LayoutWindow window =
          layout("<Button name='a' onClick='#fail'/>")
              .controller(new Editor())
              .openOffscreen(runspace);
      click(window, "a");
      await().until(() -> !called.isEmpty());
      assertThat(called).containsExactly("disk full");
    }

    @Test
    void leaveNothingBehindWhenTheWindowIsClosed() throws InterruptedException {
      WeakReference<Object> controller = openAndClose();
      await().until(() -> called.contains("closed"));
      await()
          .until(
              () -> {
                System.gc();
                return controller.get() == null;
              });
    }

    private WeakReference<Object> openAndClose() throws InterruptedException {
      var controller = new Editor();
      layout("").controller(controller).openOffscreen(runspace).close();
      return new WeakReference<>(controller);
    }
  }

  @Nested
  class Checks {
    @Test
    void nameEveryMethodThatIsMissingWithTheNearest() {
      Layout layout =
          layout("<Button onClick='#sav'/>\n<Button onClick='#quit'/>\n<Button onClick='#'/>");
      assertThatThrownBy(() -> layout.controller(new Editor()))
          .isInstanceOf(LayoutException.class)
          .extracting(Problems::of)
          .isEqualTo(
              """
              test.xml:1:45: Editor has no @Handler method for onClick="#sav"
                did you mean "#save"?
              test.xml:2:18: Editor has no @Handler method for onClick="#quit"
                @Handler methods: any, both, closed, edited, fail, open, save
              test.xml:3:18: Editor has no @Handler method for onClick="#"
                @Handler methods: any, both, closed, edited, fail, open, save""");
    }

    @Test
    void refuseAMethodThatIsNotMarked() {
      assertThatThrownBy(() -> layout("<Button onClick='#reset'/>").controller(new Editor()))
          .isInstanceOf(LayoutException.class)
          .extracting(Problems::of)
          .isEqualTo(
              """
              test.xml:1:45: Editor has a method reset, but onClick="#reset" may not call it
                write @Handler before the method""");
    }

    @Test
    void refuseWhatEveryObjectHas() {
      assertThatThrownBy(() -> layout("<Button onClick='#notifyAll'/>").controller(new Editor()))
          .isInstanceOf(LayoutException.class)
          .hasMessageContaining("Editor has no @Handler method for onClick=\"#notifyAll\"");
    }

    @Test
    void refuseAMethodThatTakesSomethingElse() {
      assertThatThrownBy(() -> layout("<Button onClick='#edited'/>").controller(new Editor()))
          .isInstanceOf(LayoutException.class)
          .extracting(Problems::of)
          .isEqualTo(
              """
              test.xml:1:45: the method edited of Editor cannot take onClick="#edited"
                it may have no parameter, or one of type Clicked""");
    }

    @Test
    void refuseToOpenWithoutAController() {
      assertThatThrownBy(() -> layout("").openOffscreen(runspace))
          .isInstanceOf(LayoutException.class)
          .extracting(Problems::of)
          .isEqualTo(
              """
              test.xml:1:19: onClosed="#closed" needs a controller
                give it one: layout.controller(object).open(...), or fragment.controller(object)""");
    }

    /** Collections are in a package that java.base does not open. */
    @Test
    void areNotFooledByMethodsOfClosedModules() {
      assertThatThrownBy(() -> layout("").controller(new java.util.ArrayList<String>()))
          .isInstanceOf(LayoutException.class)
          .hasMessageContaining("ArrayList has no @Handler method for onClosed=\"#closed\"");
    }
  }
}
