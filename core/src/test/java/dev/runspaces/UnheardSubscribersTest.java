package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.event.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An event whose subscriber is not to hear it goes on its way undisturbed. */
@Timeout(30)
class UnheardSubscribersTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final LogTrap trap = LogTrap.on("dev.runspaces");
  private final Runspace runspace = Runspaces.open("runspace");
  private final List<Object> log = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    runspace.close();
    trap.close();
  }

  private Subscription hear(String who) {
    return runspace.events().on("News", event -> log.add(who + " " + event.argument(0)));
  }

  private void awaitDelivery() throws InterruptedException {
    Object unused = runspace.invoke(context -> "after all that was raised", LONG);
  }

  @Test
  void whoComesAfterItWasRaisedHearsTheNextOne() throws Exception {
    runspace.invoke(
        Script.action(
            context -> {
              runspace.events().raise("News", 1);
              Subscription late = hear("late");
              runspace.events().raise("News", 2);
              assertThat(late.isActive()).isTrue();
            }));
    awaitDelivery();

    assertThat(log).containsExactly("late 2");
    assertThat(trap.lines()).isEmpty();
  }

  @Test
  void whatNobodyWasThereForIsPending() throws Exception {
    runspace.invoke(
        Script.action(
            context -> {
              runspace.events().raise("News", 1);
              Subscription unused = hear("late");
            }));
    awaitDelivery();

    assertThat(runspace.events().pending("News")).hasSize(1);
    assertThat(trap.lines()).isEmpty();
  }

  @Test
  void whoIsClosedByTheOneBeforeHearsNothingAndTheOneAfterDoes() throws Exception {
    Subscription closed = hear("closed");
    runspace.invoke(
        Script.action(
            context -> {
              runspace.events().raise("News", 1);
              closed.close();
              Subscription unused = hear("late");
              runspace.events().raise("News", 2);
            }));
    awaitDelivery();

    assertThat(log).containsExactly("late 2");
    assertThat(runspace.events().pending("News")).hasSize(1);
    assertThat(trap.lines()).isEmpty();
  }

  @Test
  void whoIsClosedByAHandlerOfTheSameEventHearsItNoMore() throws Exception {
    var second = new AtomicReference<Subscription>();
    runspace
        .events()
        .on(
            "News",
            event -> {
              log.add("first");
              Objects.requireNonNull(second.get()).close();
            });
    second.set(hear("second"));
    Subscription unused = hear("third");
    runspace.events().raise("News", 1);
    awaitDelivery();

    assertThat(log).containsExactly("first", "third 1");
    assertThat(trap.lines()).isEmpty();
  }

  @Test
  void whoHasHeardEnoughLeavesTheRestPending() throws Exception {
    runspace.events().on("News").maxTriggers(1).handle(event -> log.add(event.argument(0)));
    runspace.invoke(
        Script.action(
            context -> {
              runspace.events().raise("News", 1);
              runspace.events().raise("News", 2);
            }));
    awaitDelivery();

    assertThat(log).containsExactly(1);
    assertThat(runspace.events().pending("News")).hasSize(1);
    assertThat(trap.lines()).isEmpty();
  }
}
