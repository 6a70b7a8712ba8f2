package dev.runspaces.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.Script;
import dev.runspaces.event.Overflow;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads that have put an event in, and are slow to send the letter that has it delivered. */
@Timeout(30)
class LateLetterTest {
  private static final Origin ORIGIN = new Origin("elsewhere", Unheard.FORGET);

  private final List<String> log = new CopyOnWriteArrayList<>();

  static List<Overflow> policies() {
    return List.of(Overflow.unbounded(), Overflow.dropOldest(100), Overflow.dropNewest(100));
  }

  private final class Strings {
    @Subscribe
    void on(String event) {
      log.add("told " + event);
    }
  }

  /**
   * What other threads do and what the runspace's own code does, in one order; to deliver is to
   * open the letters that there are.
   */
  private interface Scene {
    void play(Inbox inbox, Runnable deliver, EventBus bus);
  }

  private void play(Overflow policy, Scene scene) throws Exception {
    try (Runspace runspace = Runspaces.builder("late").overflow(policy).open()) {
      runspace.bus().register(new Strings());
      var hub = (EventHub) runspace.events();
      runspace.invoke(
          Script.action(
              context ->
                  scene.play(
                      hub.inbox(), () -> hub.context().deliverUntil(() -> false), runspace.bus())));
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aLetterThatComesLateDoesNotKeepLaterEventsFromBeingDelivered(Overflow policy)
      throws Exception {
    play(
        policy,
        (inbox, deliver, bus) -> {
          long slow = inbox.accept("1", ORIGIN, 1_001);
          inbox.seeTo(inbox.accept("2", ORIGIN, 1_002));
          deliver.run();
          log.add("delivered");
          inbox.seeTo(slow);
          inbox.seeTo(inbox.accept("3", ORIGIN, 1_003));
          deliver.run();
          log.add("delivered again");
        });

    assertThat(log).containsExactly("told 1", "told 2", "delivered", "told 3", "delivered again");
  }

  @ParameterizedTest
  @MethodSource("policies")
  void whatWasPutInAndHasNoLetterYetIsToldBeforeAnOwnPost(Overflow policy) throws Exception {
    play(
        policy,
        (inbox, deliver, bus) -> {
          long slow = inbox.accept("slow", ORIGIN, 1_001);
          bus.post("mine");
          log.add("posted");
          inbox.seeTo(slow);
        });

    assertThat(log).containsExactly("told slow", "told mine", "posted");
  }
}
