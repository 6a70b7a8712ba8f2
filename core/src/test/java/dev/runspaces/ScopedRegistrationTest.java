package dev.runspaces;

import static dev.runspaces.Ear.settle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.event.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listeners that somebody owns: a block, a runspace, a window. */
@Timeout(30)
class ScopedRegistrationTest {
  private final Ear ear = new Ear();
  private final Runspace worker = Runspaces.open("worker");

  @AfterEach
  void close() {
    worker.close();
  }

  @Nested
  class OnARunspace {

    @Test
    void aListenerHearsUntilTheBlockEnds() throws Exception {
      try (Registration registration = worker.register(ear)) {
        assertThat(registration).isNotNull();
        worker.bus().post("inside");
        settle(worker);
      }
      worker.bus().post("outside");
      settle(worker);

      assertThat(ear.heard()).containsExactly("inside");
      assertThat(worker.events().subscriptions()).isEmpty();
    }

    @Test
    void closingTwiceIsHarmless() throws Exception {
      Registration registration = worker.register(ear);
      registration.close();
      Registration another = worker.register(ear);
      registration.close();
      worker.bus().post("heard");
      settle(worker);
      another.close();

      assertThat(ear.heard()).containsExactly("heard");
    }

    @Test
    void whatIsQueuedDoesNotArriveAfterClosing() throws Exception {
      var gate = new Gate();
      Registration registration = worker.register(ear);
      worker.begin(Script.action(context -> gate.pass()));
      worker.bus().post("queued");
      registration.close();
      gate.open();
      settle(worker);

      assertThat(ear.heard()).isEmpty();
    }

    @Test
    void aListenerMayCloseItsOwn() throws Exception {
      var listener = new OnceOnly();
      listener.registration = worker.register(listener);
      worker.bus().post("1st");
      worker.bus().post("2nd");
      settle(worker);

      assertThat(listener.count).isEqualTo(1);
    }

    @Test
    void anotherRunspaceMayOwnIt() throws Exception {
      Runspace child = worker.open("child");
      child.own(worker.register(ear));
      worker.bus().post("while it is open");
      settle(worker);
      child.close();
      worker.bus().post("afterwards");
      settle(worker);

      assertThat(ear.heard()).containsExactly("while it is open");
    }

    @Test
    void itEndsWithTheRunspaceAtTheLatest() {
      Registration registration = worker.register(ear);
      worker.bus().post("last words");
      worker.close();
      registration.close();

      assertThat(ear.heard()).containsExactly("last words");
      assertThatIllegalStateException().isThrownBy(() -> worker.register(ear));
    }

    @Test
    void twoHandlesAreToldOnceAndTheLastOneEndsIt() throws Exception {
      Registration first = worker.register(ear);
      Registration second = worker.register(ear);
      worker.bus().post("both");
      settle(worker);
      first.close();
      first.close();
      worker.bus().post("one");
      settle(worker);
      second.close();
      worker.bus().post("none");
      settle(worker);

      assertThat(ear.heard()).containsExactly("both", "one");
    }

    @Test
    void whatWasRegisteredAsGuavaDoesStays() throws Exception {
      worker.bus().register(ear);
      worker.register(ear).close();
      worker.bus().post("still");
      settle(worker);
      worker.bus().unregister(ear);
      worker.bus().post("no longer");
      settle(worker);

      assertThat(ear.heard()).containsExactly("still");
    }

    @Test
    void unregisteringEndsItWhateverHandlesThereAre() throws Exception {
      Registration registration = worker.register(ear);
      worker.bus().unregister(ear);
      worker.bus().post("unheard");
      settle(worker);

      assertThat(ear.heard()).isEmpty();
      assertThatIllegalArgumentException().isThrownBy(() -> worker.bus().unregister(ear));
      registration.close();
    }

    @Test
    void anOldHandleDoesNotEndANewRegistration() throws Exception {
      Registration old = worker.register(ear);
      worker.bus().unregister(ear);
      worker.bus().register(ear);
      old.close();
      worker.bus().post("heard");
      settle(worker);

      assertThat(ear.heard()).containsExactly("heard");
    }

    @Test
    void afterClosingGuavasUnregisterRefuses() {
      worker.register(ear).close();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> worker.bus().unregister(ear))
          .withMessageContaining("is not registered on the bus of runspace \"worker\"");
    }

    @Test
    void aListenerThatCannotBeOneIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> worker.register(new TakesTwo()))
          .withMessageContaining("has 2 parameters; a subscriber has exactly one, the event");
      assertThat(worker.events().subscriptions()).isEmpty();
    }
  }

  @Nested
  class OnAnApplicationsBus {
    private final EventBus application = new EventBus("application");

    @Test
    void aListenerHearsUntilTheBlockEnds() {
      try (Registration registration = Runspaces.register(application, ear)) {
        assertThat(registration).isNotNull();
        application.post("inside");
      }
      application.post("outside");

      assertThat(ear.heard()).containsExactly("inside");
    }

    @Test
    void aRunspaceMayOwnIt() {
      worker.own(Runspaces.register(application, ear));
      application.post("while it is open");
      worker.close();
      application.post("afterwards");

      assertThat(ear.heard()).containsExactly("while it is open");
    }

    @Test
    void twoHandlesAreToldOnceAndTheLastOneEndsIt() {
      Registration first = Runspaces.register(application, ear);
      Registration second = Runspaces.register(application, ear);
      application.post("both");
      first.close();
      first.close();
      application.post("one");
      second.close();
      application.post("none");

      assertThat(ear.heard()).containsExactly("both", "one");
    }

    @Test
    void closingIsNoErrorWhenItWasUnregisteredBefore() {
      Registration registration = Runspaces.register(application, ear);
      application.unregister(ear);
      registration.close();

      assertThatIllegalArgumentException().isThrownBy(() -> application.unregister(ear));
    }

    @Test
    void aListenerThatCannotBeOneIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Runspaces.register(application, new TakesTwo()));
    }

    @Test
    void aRunspacesBusCountsWithItsOwn() throws Exception {
      Registration first = Runspaces.register(worker.bus(), ear);
      Registration second = worker.register(ear);
      first.close();
      worker.bus().post("heard");
      settle(worker);
      second.close();
      worker.bus().post("unheard");
      settle(worker);

      assertThat(ear.heard()).containsExactly("heard");
    }
  }

  /** Takes itself off with the first event. */
  private static final class OnceOnly {
    private Registration registration = () -> {};
    private int count;

    @Subscribe
    private void on(String event) {
      count++;
      registration.close();
    }
  }

  /** Is no subscriber. */
  private static final class TakesTwo {
    @Subscribe
    void on(String event, String more) {}
  }
}
