package dev.runspaces.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventCounts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a hub does for the runspace that it belongs to; here that is done step by step. */
class EventHubTest {
  private final List<Object> log = new ArrayList<>();
  private final StepByStep above = new StepByStep("parent");
  private final StepByStep here = new StepByStep("child");
  private final EventHub parent = new EventHub(above, null);
  private final EventHub hub = new EventHub(here, parent);

  @Nested
  class TakingBack {

    @Test
    void handsOverWhatIsNotDeliveredOldestFirstAndOnce() {
      hub.on("Ready", event -> log.add(event.payload() == null ? "none" : event.payload()));
      hub.raise("Ready", 1);
      Event second = hub.raise("Ready", 2);
      Event third = hub.post("posted");
      here.step();

      assertThat(hub.takeUndelivered()).containsExactly(second, third);
      assertThat(hub.takeUndelivered()).isEmpty();
      here.run();
      assertThat(log).containsExactly(1);
    }

    @Test
    void refusesWhatComesLater() {
      hub.takeUndelivered();

      assertThatIllegalStateException().isThrownBy(() -> hub.raise("Ready"));
    }

    @Test
    void leavesToTheParentWhatItHas() {
      parent.on("Ready", event -> log.add("parent"));
      hub.on("Ready", event -> log.add("child"));
      hub.raise("Ready");

      assertThat(hub.takeUndelivered()).hasSize(1);
      here.run();
      above.run();
      assertThat(log).containsExactly("parent");
    }

    @Test
    void letsErrorsClimbAndForgetsTheNewsOfTheRunspace() {
      hub.on(ErrorOccurred.class, error -> log.add("child"));
      parent.on(ErrorOccurred.class, error -> log.add("parent"));
      hub.raiseError(new IllegalStateException("no disk"));
      hub.announce(EngineEvents.STATE_CHANGED, "news");

      assertThat(hub.takeUndelivered()).isEmpty();
      here.run();
      above.run();
      assertThat(log).containsExactly("parent");
    }

    @Test
    void isPossibleAfterACloseThatLeftCodeBehind() {
      hub.on("Ready", event -> log.add("heard"));
      Event raised = hub.raise("Ready");
      hub.close();

      assertThat(hub.takeUndelivered()).containsExactly(raised);
      here.run();
      assertThat(log).isEmpty();
    }

    @Test
    void tellsWhoAskedThatThereWillBeNoReply() {
      hub.on("Question", event -> event.reply("never"));
      var reply = hub.request("Question");

      assertThat(hub.takeUndelivered()).hasSize(1);
      above.run();
      assertThat(reply).isCompletedExceptionally();
    }
  }

  @Nested
  class AnEventThatWouldBeHeard {

    @Test
    void isOneThatSomebodySubscribesToHereOrInTheParent() {
      assertThat(hub.hasSubscriberFor("Idle")).isFalse();
      var own = hub.on("IDLE", event -> {});
      assertThat(hub.hasSubscriberFor("Idle")).isTrue();
      assertThat(parent.hasSubscriberFor("Idle")).isFalse();
      own.close();
      assertThat(hub.hasSubscriberFor("Idle")).isFalse();
      parent.on("Idle").hidden().handle(event -> {});
      assertThat(hub.hasSubscriberFor("Idle")).isTrue();
    }

    @Test
    void isNotOneThatOnlyThoseHearWhoListenToEverything() {
      hub.on(Event.class, event -> {});
      hub.on(Object.class, event -> {});

      assertThat(hub.hasSubscriberFor("Idle")).isFalse();
    }

    @Test
    void isHeardFurtherUpWhereItIsForwarded() {
      EventHub below = new EventHub(new StepByStep("grandchild"), hub);
      parent.on("Idle", event -> {});

      assertThat(below.hasSubscriberFor("Idle")).isFalse();
      hub.forward("id*");
      assertThat(below.hasSubscriberFor("Idle")).isTrue();
    }
  }

  @Nested
  class Counts {

    @Test
    void areOfWhatWasRaisedDeliveredKeptAndFailed() {
      hub.on(
          "Fail",
          event -> {
            throw new IllegalStateException("on purpose");
          });
      hub.on(ErrorOccurred.class, error -> {});
      hub.raise("Fail");
      hub.raise("Nobody");
      hub.raise("Nobody");

      assertThat(hub.counts()).isEqualTo(new EventCounts(3, 0, 3, 0, 0, 0, 0, 3));
      here.run();
      assertThat(hub.counts()).isEqualTo(new EventCounts(4, 4, 0, 2, 0, 0, 1, 3));
      above.run();
      assertThat(parent.counts()).isEqualTo(new EventCounts(0, 3, 0, 2, 0, 0, 0, 0));
    }

    @Test
    void countAnEventThatIsBeingDeliveredAsPending() {
      hub.on("Ready", event -> log.add(hub.counts().pending()));
      hub.raise("Ready");
      here.run();

      assertThat(log).containsExactly(1L);
      assertThat(hub.counts().pending()).isZero();
    }
  }
}
