package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.eventbus.AllowConcurrentEvents;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.event.ErrorOccurred;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which methods of a class are subscribers, and which of them is called: as Guava has it. */
@Timeout(30)
@SuppressWarnings({"UnusedMethod", "DoNotCallSuggester"}) // called by reflection; meant to fail
class SubscriberResolutionTest {
  private static final List<Object> EVENTS =
      List.of("text", 1, 2L, new String[] {"an", "array"}, List.of("a list"));

  /** Notes what a method is told; the names of methods are those of the listener's author. */
  private interface Diary extends BiConsumer<String, Object> {}

  /** A class to subscribe, seen by name in the report. */
  private record Case(String name, Function<Diary, Object> listener) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Each visibility, in a class that nobody else sees. */
  private static class Hidden {
    private final Diary diary;

    private Hidden(Diary diary) {
      this.diary = diary;
    }

    @Subscribe
    public void onPublic(String event) {
      diary.accept("public", event);
    }

    @Subscribe
    protected void onProtected(String event) {
      diary.accept("protected", event);
    }

    @Subscribe
    void onPackage(String event) {
      diary.accept("package", event);
    }

    @Subscribe
    private void onPrivate(String event) {
      diary.accept("private", event);
    }
  }

  /** Declares subscribers of a type that others choose. */
  private abstract static class Generic<T, N extends Number> {
    final Diary diary;

    Generic(Diary diary) {
      this.diary = diary;
    }

    @Subscribe
    void overridden(T event) {
      diary.accept("generic overridden", event);
    }

    @Subscribe
    void inherited(T event) {
      diary.accept("generic inherited", event);
    }

    @Subscribe
    void bounded(N event) {
      diary.accept("bounded", event);
    }
  }

  /** Chooses, and overrides: behind it the compiler puts a bridge that casts. */
  private static final class Chosen extends Generic<String, Integer> {
    Chosen(Diary diary) {
      super(diary);
    }

    @Override
    @Subscribe
    void overridden(String event) {
      diary.accept("chosen", event);
    }
  }

  /** Overrides without saying again that it is a subscriber. */
  private static final class ChosenSilently extends Generic<String, Integer> {
    ChosenSilently(Diary diary) {
      super(diary);
    }

    @Override
    void overridden(String event) {
      diary.accept("chosen silently", event);
    }
  }

  /** Subscribers in an interface, with a body and without. */
  private interface Spoken {
    Diary diary();

    @Subscribe
    void declared(String event);

    @Subscribe
    default void byDefault(String event) {
      diary().accept("default", event);
    }

    @Subscribe
    default void overridden(String event) {
      diary().accept("default overridden", event);
    }

    @Subscribe
    private void ofTheInterfaceAlone(String event) {
      diary().accept("private of the interface", event);
    }
  }

  /** The same signature once more, from another side. */
  private interface AlsoSpoken {
    @Subscribe
    default void overridden(String event) {}
  }

  /** Implements them, and says nothing about subscribing. */
  private record Speaker(Diary diary) implements Spoken, AlsoSpoken {
    @Override
    public void declared(String event) {
      diary.accept("declared", event);
    }

    @Override
    public void overridden(String event) {
      diary.accept("overridden in class", event);
    }
  }

  /** An interface for lambdas. */
  @FunctionalInterface
  private interface Told {
    @Subscribe
    void tell(String event);
  }

  /** Methods that a subclass inherits, overrides, or only seems to. */
  private static class Base {
    final Diary diary;

    Base(Diary diary) {
      this.diary = diary;
    }

    @Subscribe
    void inherited(String event) {
      diary.accept("inherited", event);
    }

    @Subscribe
    protected void overridden(String event) {
      diary.accept("base", event);
    }

    @Subscribe
    void overriddenAndAnnotated(String event) {
      diary.accept("base annotated", event);
    }

    void annotatedBelow(String event) {
      diary.accept("base not annotated", event);
    }

    @Subscribe
    private void sameNameInPrivate(String event) {
      diary.accept("private of base", event);
    }

    @Subscribe
    private void inheritedPrivate(String event) {
      diary.accept("private inherited", event);
    }

    @Subscribe
    void overloaded(Number event) {
      diary.accept("overloaded number", event);
    }
  }

  /** Inherits and overrides. */
  private static class Derived extends Base {
    Derived(Diary diary) {
      super(diary);
    }

    @Override
    protected void overridden(String event) {
      diary.accept("derived", event);
    }

    @Override
    @Subscribe
    void overriddenAndAnnotated(String event) {
      diary.accept("derived annotated", event);
    }

    @Override
    @Subscribe
    void annotatedBelow(String event) {
      diary.accept("derived, annotated here", event);
    }

    @Subscribe
    private void sameNameInPrivate(String event) {
      diary.accept("private of derived", event);
    }

    @Subscribe
    void overloaded(Integer event) {
      diary.accept("overloaded integer", event);
    }
  }

  /** What else a method can be. */
  private static final class Odd {
    private final Diary diary;

    Odd(Diary diary) {
      this.diary = diary;
    }

    @Subscribe
    void array(String... events) {
      diary.accept("array", List.of(events));
    }

    @Subscribe
    int returning(String event) {
      diary.accept("returning", event);
      return 42;
    }

    @Subscribe
    synchronized void locking(String event) {
      diary.accept("synchronized", event);
    }

    @Subscribe
    final void ending(String event) {
      diary.accept("final", event);
    }

    @Subscribe
    <T extends CharSequence> void typed(T event) {
      diary.accept("typed", event);
    }

    @Subscribe
    @AllowConcurrentEvents
    void concurrent(String event) {
      diary.accept("concurrent", event);
    }
  }

  /** A method of the class, not of the listener. */
  private static final class OfTheClass {
    private static final List<Object> TOLD = new ArrayList<>();

    @Subscribe
    static void on(String event) {
      synchronized (TOLD) {
        TOLD.add(event);
      }
    }
  }

  /** Fails in each way. */
  private record Failing(Diary diary) {
    @Subscribe
    void checked(String event) throws IOException {
      throw new IOException(event);
    }

    @Subscribe
    void unchecked(Integer event) {
      throw new IllegalStateException("on " + event);
    }
  }

  static Stream<Case> listeners() {
    Map<String, Function<Diary, Object>> cases = new LinkedHashMap<>();
    cases.put("a private class with methods of every visibility", Hidden::new);
    cases.put("a generic superclass, overridden", Chosen::new);
    cases.put("a generic superclass, overridden without annotation", ChosenSilently::new);
    cases.put("methods of interfaces", Speaker::new);
    cases.put("a lambda of an interface", diary -> (Told) event -> diary.accept("told", event));
    cases.put("an inherited class", Derived::new);
    cases.put("a base class", Base::new);
    cases.put("odd methods", Odd::new);
    cases.put("failures", Failing::new);
    cases.put(
        "an anonymous class",
        diary ->
            new Object() {
              @Subscribe
              void on(String event) {
                diary.accept("anonymous", event);
              }
            });
    cases.put(
        "an anonymous subclass",
        diary ->
            new Derived(diary) {
              @Override
              void inherited(String event) {
                diary.accept("inherited by nobody", event);
              }
            });
    cases.put(
        "a local class",
        diary -> {
          class Local {
            @Subscribe
            private void on(String event) {
              diary.accept("local", event);
            }
          }
          return new Local();
        });
    return cases.entrySet().stream().map(it -> new Case(it.getKey(), it.getValue()));
  }

  /** What a listener was told and what it threw, in the order of each method. */
  private static final class Log {
    private final Map<String, List<Object>> entries = new TreeMap<>();

    synchronized void add(String what, Object detail) {
      entries.computeIfAbsent(what, any -> new ArrayList<>()).add(detail);
    }

    synchronized Map<String, List<Object>> entries() {
      return new TreeMap<>(entries);
    }
  }

  @ParameterizedTest
  @MethodSource("listeners")
  void isGuavas(Case listener) {
    var guavas = new Log();
    var guava = new EventBus((failure, context) -> guavas.add("failure", failure.getClass()));
    guava.register(listener.listener().apply(guavas::add));
    EVENTS.forEach(guava::post);

    // A runspace has something to tell by itself, too, to who listens to everything.
    var ours = new Log();
    try (Runspace runspace = Runspaces.builder("resolution").uncaught(error -> {}).open()) {
      runspace
          .events()
          .on(
              ErrorOccurred.class,
              error -> {
                if (error.event() != null && EVENTS.contains(error.event().payload())) {
                  ours.add("failure", error.error().getClass());
                }
              });
      Diary diary =
          (method, event) -> {
            if (!(event instanceof ErrorOccurred) && !(event instanceof RunspaceStateChanged)) {
              ours.add(method, event);
            }
          };
      runspace.bus().register(listener.listener().apply(diary));
      EVENTS.forEach(runspace.bus()::post);
    }

    assertThat(guavas.entries()).isNotEmpty();
    assertThat(ours.entries()).isEqualTo(guavas.entries());
  }

  @Test
  void aStaticMethodIsASubscriberToo() {
    var guava = new EventBus();
    guava.register(new OfTheClass());
    guava.post("guava");
    try (Runspace runspace = Runspaces.open("resolution")) {
      runspace.bus().register(new OfTheClass());
      runspace.bus().post("ours");
    }

    assertThat(OfTheClass.TOLD).containsExactly("guava", "ours");
  }

  @Test
  void aLambdaHasNoSubscribersByItself() {
    Runnable lambda = () -> {};
    try (Runspace runspace = Runspaces.open("resolution")) {
      runspace.bus().register(lambda);

      assertThat(runspace.events().subscriptions()).isEmpty();
      runspace.bus().unregister(lambda);
    }
  }

  /** No event at all. */
  private static final class TakesNone {
    @Subscribe
    void on() {}
  }

  /** One event too many. */
  private static final class TakesTwo {
    @Subscribe
    void on(String event, String more) {}
  }

  /** What no event is. */
  private static final class TakesPrimitive {
    @Subscribe
    void on(long event) {}
  }

  /** Wrong, but only where it was inherited from. */
  private static final class InheritsPrimitive extends TakesInt {
    @Subscribe
    void fine(String event) {}
  }

  /** What no event is. */
  private static class TakesInt {
    @Subscribe
    void on(int event) {}
  }

  static Stream<Object> impossible() {
    return Stream.of(
        new TakesNone(), new TakesTwo(), new TakesPrimitive(), new InheritsPrimitive());
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void whatGuavaRefusesIsRefused(Object listener) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventBus().register(listener))
        .withMessageContaining("on(");
    try (Runspace runspace = Runspaces.open("resolution")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> runspace.bus().register(listener))
          .withMessageContaining("on(");
      assertThatIllegalArgumentException()
          .as("also in case it is taken off")
          .isThrownBy(() -> runspace.bus().unregister(listener));
      assertThat(runspace.events().subscriptions()).isEmpty();
    }
  }
}
