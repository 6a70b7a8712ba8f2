package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.event.Registration;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which methods of a listener are subscribers. */
@Timeout(30)
class EventBusListenersTest {
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final Runspace worker = Runspaces.open("worker");
  private final EventBus bus = worker.bus();

  @AfterEach
  void close() {
    worker.close();
  }

  /** Writes down the strings that it is told. */
  private final class Strings {
    @Subscribe
    void on(String event) {
      log.add(event);
    }
  }

  @Nested
  class Registering {

    @Test
    void theBusIsAGuavaEventBusAndAlwaysTheSame() {
      assertThat(bus).isInstanceOf(EventBus.class).isSameAs(worker.bus());
      assertThat(bus.identifier()).isEqualTo("worker");
    }

    /** Subscribers of every visibility. */
    private class Visibilities {
      @Subscribe
      public void onPublic(String event) {
        log.add("public " + event);
      }

      @Subscribe
      protected void onProtected(String event) {
        log.add("protected " + event);
      }

      @Subscribe
      void onPackage(String event) {
        log.add("package " + event);
      }

      @Subscribe
      private void onPrivate(String event) {
        log.add("private " + event);
      }
    }

    @Test
    void methodsOfAnyVisibilityAreCalled() {
      bus.register(new Visibilities());

      bus.post("event");
      worker.close();

      assertThat(log)
          .containsExactlyInAnyOrder(
              "public event", "protected event", "package event", "private event");
    }

    @Test
    void subscribersAreCalledOnTheRunspacesThreadInOrder() {
      var listener =
          new Object() {
            @Subscribe
            void on(Integer event) {
              log.add(Thread.currentThread().getName() + " " + event);
            }
          };
      bus.register(listener);
      bus.post(1);
      bus.post(2);
      worker.close();

      assertThat(log).containsExactly("runspace-worker 1", "runspace-worker 2");
    }

    @Test
    void registeringTwiceIsRegisteringOnce() {
      var listener = new Strings();
      bus.register(listener);
      bus.register(listener);

      bus.post("once");
      worker.close();

      assertThat(log).containsExactly("once");
    }

    @Test
    void equalListenersAreTwo() {
      record Equal(List<Object> log) {
        @Subscribe
        void on(String event) {
          log.add(event);
        }
      }
      bus.register(new Equal(log));
      bus.register(new Equal(log));

      bus.post("each");
      worker.close();

      assertThat(log).containsExactly("each", "each");
    }

    @Test
    void everyMethodIsASubscriptionLikeAnyOther() {
      bus.register(new Strings());

      assertThat(worker.events().subscriptions())
          .singleElement()
          .satisfies(it -> assertThat(it.target()).isEqualTo("java.lang.String"));
    }

    @Test
    void supertypesOfTheEventAreHeardToo() {
      var listener =
          new Object() {
            @Subscribe
            void onNumber(Number event) {
              log.add("number " + event);
            }

            @Subscribe
            void onComparable(Comparable<?> event) {
              log.add("comparable " + event);
            }
          };
      bus.register(listener);
      bus.post(1);
      worker.close();

      assertThat(log).containsExactlyInAnyOrder("number 1", "comparable 1");
    }

    @Test
    void eventsOfTheEventManagerAreHeardByTheirPayload() {
      bus.register(new Strings());

      worker.events().raise("Anything", "payload");
      worker.events().post("posted");
      worker.close();

      assertThat(log).containsExactly("payload", "posted");
    }

    @Test
    void aRunspaceThatIsClosedKeepsNoListener() {
      var registered = new WeakReference<>(registerNewOne());
      var scoped = new WeakReference<>(registerNewOneScoped());
      worker.close();

      eventually(
          () -> {
            System.gc();
            assertThat(registered.get()).isNull();
            assertThat(scoped.get()).isNull();
          });
      assertThat(bus).isSameAs(worker.bus());
    }

    private Object registerNewOne() {
      var listener = new Strings();
      bus.register(listener);
      return listener;
    }

    private Object registerNewOneScoped() {
      var listener = new Strings();
      worker.register(listener);
      return listener;
    }

    @Test
    void listenersAreUnregisteredOnceAlsoWhenTheRunspaceIsClosed() {
      var listener = new Strings();
      bus.register(listener);
      Registration scoped = worker.register(new Strings());
      worker.close();

      bus.unregister(listener);
      scoped.close();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> bus.unregister(listener))
          .withMessageEndingWith("is not registered on the bus of runspace \"worker\"");
    }

    @Test
    void aRunspaceThatIsClosedRefusesEventsAndListeners() {
      worker.close();

      assertThatIllegalStateException()
          .isThrownBy(() -> bus.post("late"))
          .withMessageStartingWith("raising \"String\" was refused: runspace \"worker\" is closed");
      assertThatIllegalStateException().isThrownBy(() -> bus.register(new Strings()));
    }
  }

  @Nested
  class Inheritance {

    /** Declares subscribers for others. */
    private class Base {
      @Subscribe
      void inherited(String event) {
        log.add("inherited " + event);
      }

      @Subscribe
      void overridden(String event) {
        log.add("base " + event);
      }

      @Subscribe
      void overriddenAndAnnotated(String event) {
        log.add("base annotated " + event);
      }
    }

    /** Overrides with and without the annotation. */
    private final class Derived extends Base implements Spoken {
      @Override
      void overridden(String event) {
        log.add("derived " + event);
      }

      @Override
      @Subscribe
      void overriddenAndAnnotated(String event) {
        log.add("derived annotated " + event);
      }

      @Override
      public void say(String word) {
        log.add("said " + word);
      }
    }

    /** Declares a subscriber in an interface. */
    private interface Spoken {
      @Subscribe
      void say(String word);
    }

    @Test
    void subscribersAreInheritedAndCalledOnceAsOverridden() {
      bus.register(new Derived());

      bus.post("event");
      worker.close();

      assertThat(log)
          .containsExactlyInAnyOrder(
              "inherited event", "derived event", "derived annotated event", "said event");
    }
  }

  @Nested
  class WrongMethods {

    /** Has a subscriber with too many parameters. */
    private static final class TwoParameters {
      @Subscribe
      void on(String event, String more) {}
    }

    /** Has a subscriber that takes what no event is. */
    private static final class Primitive {
      @Subscribe
      void fine(String event) {}

      @Subscribe
      void on(int event) {}
    }

    @Test
    void ofTwoParametersAreRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> bus.register(new TwoParameters()))
          .withMessage(
              "@Subscribe method void dev.runspaces.EventBusListenersTest$WrongMethods$TwoParameters"
                  + ".on(java.lang.String,java.lang.String) has 2 parameters; a subscriber has"
                  + " exactly one, the event");
    }

    @Test
    void ofAPrimitiveParameterAreRefusedAndNothingIsRegistered() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> bus.register(new Primitive()))
          .withMessage(
              "@Subscribe method void dev.runspaces.EventBusListenersTest$WrongMethods$Primitive"
                  + ".on(int) takes a primitive, and no event is one; take its wrapper class"
                  + " instead");
      assertThat(worker.events().subscriptions()).isEmpty();
    }
  }
}
