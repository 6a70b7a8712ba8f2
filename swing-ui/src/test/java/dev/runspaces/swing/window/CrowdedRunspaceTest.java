package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Invocation;
import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.SharedState;
import dev.runspaces.event.Event;
import dev.runspaces.event.Overflow;
import dev.runspaces.swing.component.ComponentEvent.Edited;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.edt.Edt;
import java.awt.EventQueue;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What windows have done in a runspace that cannot keep up with its events. */
@Timeout(60)
class CrowdedRunspaceTest {
  private static final int FLOOD = 3_000;

  private final List<String> called = new CopyOnWriteArrayList<>();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private Runspace busy = Runspaces.open("idle");

  @AfterEach
  void closeAll() {
    goOn.countDown();
    busy.close();
    assertThat(Runspaces.count()).isZero();
  }

  /** Opens a runspace that does nothing until it may go on, and has an event too many. */
  private void crowd(Overflow policy) throws InterruptedException {
    busy.close();
    busy = Runspaces.builder("busy").overflow(policy).open();
    busy.events().on("Full", event -> {});
    var begun = new CountDownLatch(1);
    Invocation<Boolean> unused =
        busy.begin(
            context -> {
              begun.countDown();
              return goOn.await(30, TimeUnit.SECONDS);
            });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    busy.events().raise("Full");
  }

  private static Stream<Overflow> policies() {
    return Stream.of(
        Overflow.dropOldest(1),
        Overflow.dropNewest(1),
        Overflow.latestByKey(1, event -> null),
        Overflow.latestByKey(Event::sourceIdentifier),
        Overflow.fail(1));
  }

  private static Layout layout(String content) {
    return Layouts.using(ComponentRegistry.standard())
        .fromText("test.xml", "<Window>" + content + "</Window>");
  }

  private static void click(LayoutWindow window) throws InterruptedException {
    Edt.call(
        () -> {
          window.find("b", JButton.class).doClick(0);
          return true;
        });
  }

  private static void type(LayoutWindow window, String text) throws InterruptedException {
    Edt.call(
        () -> {
          window.find("f", JTextField.class).setText(text);
          return true;
        });
    Edt.call(() -> true); // which tells of the edit when it is done with it
  }

  private static String textOf(LayoutWindow window) throws InterruptedException {
    return Edt.call(() -> window.find("f", JTextField.class).getText());
  }

  /** Its calls are noted. */
  private final class Noting {
    private final String name;

    Noting(String name) {
      this.name = name;
    }

    @Handler
    @SuppressWarnings("UnusedMethod") // the layout calls it
    private void save() {
      called.add(name);
      assertThat(EventQueue.isDispatchThread()).isFalse();
    }

    @Handler
    @SuppressWarnings("UnusedMethod") // the layout calls it
    private void edited(Edited edit) {
      called.add(edit.text());
    }
  }

  @Nested
  class AWindowThatIsClosed {
    @ParameterizedTest
    @MethodSource("dev.runspaces.swing.window.CrowdedRunspaceTest#policies")
    void isForgottenWithItsController(Overflow policy) throws InterruptedException {
      crowd(policy);
      WeakReference<Object> first = clickAndClose();
      WeakReference<Object> second = clickAndClose();
      goOn.countDown();
      await()
          .until(
              () -> {
                System.gc();
                return first.get() == null && second.get() == null;
              });
    }

    private WeakReference<Object> clickAndClose() throws InterruptedException {
      var controller = new Noting("closed");
      LayoutWindow window =
          layout("<Button name='b' onClick='#save'/>").controller(controller).openOffscreen(busy);
      click(window);
      window.close();
      return new WeakReference<>(controller);
    }

    @ParameterizedTest
    @MethodSource("dev.runspaces.swing.window.CrowdedRunspaceTest#policies")
    void isStillObeyedInWhatItsUserHasDone(Overflow policy) throws InterruptedException {
      crowd(policy);
      var state = new SharedState();
      LayoutWindow window =
          layout("<TextField name='f' value='{m.name}'/><Button name='b' onClick='#save'/>")
              .model("m", state)
              .controller(new Noting("saved"))
              .openOffscreen(busy);
      type(window, "last");
      click(window);
      window.close();
      goOn.countDown();
      await().untilAsserted(() -> assertThat(called).containsExactly("saved"));
      assertThat(state.get("name", String.class)).contains("last");
    }
  }

  @Nested
  class AModel {
    private final Named model = new Named("Ada");

    private LayoutWindow open() throws InterruptedException {
      return layout("<TextField name='f' value='{m.name}'/>").model("m", model).openOffscreen(busy);
    }

    @ParameterizedTest
    @MethodSource("dev.runspaces.swing.window.CrowdedRunspaceTest#policies")
    void isGivenEveryEditAndStillFollowed(Overflow policy) throws InterruptedException {
      crowd(policy);
      LayoutWindow window = open();
      type(window, "Grace");
      goOn.countDown();
      await().untilAsserted(() -> assertThat(model.getName()).isEqualTo("Grace"));
      model.change("Barbara");
      await().untilAsserted(() -> assertThat(textOf(window)).isEqualTo("Barbara"));
    }

    @ParameterizedTest
    @MethodSource("dev.runspaces.swing.window.CrowdedRunspaceTest#policies")
    void isFollowedInEveryChange(Overflow policy) throws InterruptedException {
      crowd(policy);
      LayoutWindow window = open();
      model.change("Grace");
      goOn.countDown();
      await().untilAsserted(() -> assertThat(textOf(window)).isEqualTo("Grace"));
    }
  }

  @Nested
  class ASharedState {
    private final SharedState state = new SharedState();

    private LayoutWindow open() throws InterruptedException {
      state.put("name", "Ada");
      return layout("<TextField name='f' value='{m.name}'/>").model("m", state).openOffscreen(busy);
    }

    @ParameterizedTest
    @MethodSource("dev.runspaces.swing.window.CrowdedRunspaceTest#policies")
    void isFollowedInEveryChangeAndNoEventOfTheRunspace(Overflow policy)
        throws InterruptedException {
      crowd(policy);
      LayoutWindow window = open();
      for (String name : List.of("Grace", "Barbara", "Jean")) {
        state.put("name", name);
      }
      long dropped = busy.events().counts().dropped();
      goOn.countDown();

      await().untilAsserted(() -> assertThat(textOf(window)).isEqualTo("Jean"));
      assertThat(dropped).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.runspaces.swing.window.CrowdedRunspaceTest#policies")
    void isGivenEveryEdit(Overflow policy) throws InterruptedException {
      crowd(policy);
      LayoutWindow window = open();
      type(window, "Grace");
      goOn.countDown();

      await().untilAsserted(() -> assertThat(state.get("name", String.class)).contains("Grace"));
    }
  }

  @Nested
  class Methods {
    @ParameterizedTest
    @MethodSource("dev.runspaces.swing.window.CrowdedRunspaceTest#policies")
    void ofSeveralWindowsAreAllCalled(Overflow policy) throws InterruptedException {
      crowd(policy);
      for (String name : List.of("one", "two")) {
        LayoutWindow window =
            layout("<Button name='b' onClick='#save'/>")
                .controller(new Noting(name))
                .openOffscreen(busy);
        click(window);
      }
      goOn.countDown();
      await().untilAsserted(() -> assertThat(called).containsExactly("one", "two"));
    }

    @Test
    void areNoEventsToAnybody() throws InterruptedException {
      List<String> heard = new CopyOnWriteArrayList<>();
      crowd(
          Overflow.latestByKey(
              event -> {
                heard.add("keyed " + event.sourceIdentifier());
                return null;
              }));
      heard.clear();
      busy.events().on(Event.class, event -> heard.add(event.sourceIdentifier()));
      busy.events().on(Object.class, payload -> heard.add(payload.toString()));
      busy.events().on("#save", event -> heard.add("by name"));
      LayoutWindow window =
          layout("<Button name='b' onClick='#save'/>")
              .controller(new Noting("saved"))
              .openOffscreen(busy);
      click(window);
      goOn.countDown();
      await().untilAsserted(() -> assertThat(called).containsExactly("saved"));
      assertThat(heard).noneMatch(it -> it.contains("#save") || it.contains("by name"));
      assertThat(heard).noneMatch(it -> it.contains("Call"));
      assertThat(busy.events().subscriptions("*")).hasSize(4);
    }
  }

  @Nested
  class AFlood {
    @ParameterizedTest
    @MethodSource("dev.runspaces.swing.window.CrowdedRunspaceTest#policies")
    void ofEditsIsNoMoreThanAModelNeeds(Overflow policy) throws InterruptedException {
      crowd(policy);
      var model = new Named("");
      LayoutWindow window =
          layout("<TextField name='f' value='{m.name}' onChange='#edited'/>")
              .model("m", model)
              .controller(new Noting("flood"))
              .openOffscreen(busy);
      for (int edit = 1; edit <= FLOOD; edit++) {
        type(window, "edit " + edit);
      }
      assertThat(busy.events().counts().pending()).isLessThan(FLOOD);
      goOn.countDown();
      await().untilAsserted(() -> assertThat(model.getName()).isEqualTo("edit " + FLOOD));
      await().untilAsserted(() -> assertThat(called).contains("edit " + FLOOD));
      assertThat(called).hasSizeLessThan(FLOOD);
      model.change("from elsewhere");
      await().untilAsserted(() -> assertThat(textOf(window)).isEqualTo("from elsewhere"));
    }

    @Test
    void isDoneCallByCallWhereNothingIsToBeDropped() throws InterruptedException {
      crowd(Overflow.unbounded());
      LayoutWindow window =
          layout("<TextField name='f' onChange='#edited'/>")
              .controller(new Noting("flood"))
              .openOffscreen(busy);
      Edt.call(
          () -> {
            var document = window.find("f", JTextField.class).getDocument();
            for (int edit = 0; edit < FLOOD; edit++) {
              document.insertString(0, "x", null);
            }
            return true;
          });
      goOn.countDown();
      await().untilAsserted(() -> assertThat(called).hasSize(FLOOD));
      assertThat(called.stream().mapToInt(String::length))
          .containsExactlyElementsOf(IntStream.rangeClosed(1, FLOOD).boxed().toList());
    }
  }

  /** A bean that tells of its changes. */
  public static class Named {
    private final PropertyChangeSupport listeners = new PropertyChangeSupport(this);
    private volatile String name;

    Named(String name) {
      this.name = name;
    }

    public String getName() {
      return name;
    }

    public void setName(String to) throws InterruptedException {
      change(to);
    }

    final void change(String to) {
      String before = name;
      name = to;
      listeners.firePropertyChange("name", before, to);
    }

    public void addPropertyChangeListener(PropertyChangeListener listener) {
      listeners.addPropertyChangeListener(listener);
    }

    public void removePropertyChangeListener(PropertyChangeListener listener) {
      listeners.removePropertyChangeListener(listener);
    }
  }

  /** Its setter waits, and lets others go on meanwhile. */
  public static final class Slow extends Named {
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private final AtomicInteger begun = new AtomicInteger();

    Slow() {
      super("");
    }

    @Override
    public void setName(String to) throws InterruptedException {
      if (begun.incrementAndGet() == 1) {
        assertThat(Runspaces.await(end, Duration.ofSeconds(30))).isTrue();
      }
      change(to);
    }
  }

  @Test
  void anEditWithinAnotherLeavesTheModelFollowed() throws InterruptedException {
    var slow = new Slow();
    LayoutWindow window =
        layout("<TextField name='f' value='{m.name}'/>").model("m", slow).openOffscreen(busy);
    type(window, "first");
    await().until(() -> slow.begun.get() == 1);
    type(window, "second");
    await().until(() -> slow.getName().equals("second"));
    slow.end.complete(true);
    await().until(() -> slow.getName().equals("first"));
    slow.change("from elsewhere");
    await().untilAsserted(() -> assertThat(textOf(window)).isEqualTo("from elsewhere"));
  }
}
