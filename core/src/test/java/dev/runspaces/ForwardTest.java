package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.Registration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events from below that climb further than to the parent, because somebody there says so. */
@Timeout(30)
class ForwardTest {
  private final Runspace top = Runspaces.open("top");
  private final Runspace middle = top.open("middle");
  private final Runspace bottom = middle.open("bottom");
  private final Heard<Event> heard = new Heard<>();

  @AfterEach
  void close() {
    top.close();
  }

  @Test
  void whatMatchesKeepsSourceAndNumber() {
    middle.events().forward("price*");
    top.events().on(Event.class, heard);

    bottom.events().raise("Ready");
    Event raised = bottom.events().raise("PriceChanged", 42);

    assertThat(heard.awaitFirst().sourceIdentifier()).isEqualTo("PriceChanged");
    assertThat(heard.awaitFirst().source()).isEqualTo("bottom");
    assertThat(heard.awaitFirst().sequence()).isEqualTo(raised.sequence());
    assertThat(heard.awaitFirst().time()).isEqualTo(raised.time());
    assertThat(heard.awaitFirst().arguments()).containsExactly(42);
  }

  @Test
  void whatMatchesIsHeardOnceOnEachLevelInItsOrder() {
    var heardBetween = new Heard<Event>();
    middle.events().forward("Step");
    middle.events().forward("*");
    middle.events().on("Step", heardBetween);
    top.events().on("Step", heard);

    for (int step = 0; step < 1_000; step++) {
      bottom.events().raise("Step", step);
    }
    bottom.close();

    assertThat(heard.await(1_000)).isSortedAccordingTo(bySequence()).hasSize(1_000);
    assertThat(heardBetween.await(1_000)).isSortedAccordingTo(bySequence()).hasSize(1_000);
  }

  private static Comparator<Event> bySequence() {
    return (a, b) -> Long.compare(a.sequence(), b.sequence());
  }

  @Test
  void aRegistrationThatIsClosedForwardsNothingMore() {
    Registration forward = middle.events().forward("Step");
    Registration same = middle.events().forward("Step");
    top.events().on("Step", heard);

    bottom.events().raise("Step", 1);
    forward.close();
    forward.close();
    bottom.events().raise("Step", 2);
    same.close();
    bottom.events().raise("Step", 3);
    top.close();

    assertThat(heard.all()).extracting(Event::payload).containsExactly(1, 2);
  }

  @Test
  void everyRunspaceOnTheWayHasToAgree() {
    Runspace cellar = bottom.open("cellar");
    middle.events().forward("Step");
    top.events().on("Step", heard);

    cellar.events().raise("Step", "too deep");
    bottom.events().forward("Step");
    cellar.events().raise("Step", "forwarded twice");
    top.close();

    assertThat(heard.all()).extracting(Event::payload).containsExactly("forwarded twice");
  }

  @Test
  void errorsClimbAsTheyDoWithoutIt() {
    var errors = new Heard<ErrorOccurred>();
    middle.events().forward("*");
    bottom.events().on(ErrorOccurred.class, error -> {});
    top.events().on(ErrorOccurred.class, errors);

    bottom.events().raiseError(new IllegalStateException("handled below"));
    top.close();

    assertThat(errors.all()).isEmpty();
  }

  @Test
  void anExecutorThatTakesItsTimeHoldsUpNobodyElse() throws InterruptedException {
    var executor = new ExecutorThatWaitsForOthers();
    try (Runspace guest = Runspaces.builder("guest").threads(executor).open();
        Runspace below = guest.open("below");
        Runspace source = below.open("source")) {
      below.events().forward("*");
      guest.events().on(Object.class, anything -> {});
      for (Runnable event :
          List.<Runnable>of(
              () -> source.events().raise("Step"), () -> source.events().post("a text"))) {
        executor.others = event;
        event.run();
        assertThat(executor.othersWereHeldUp).isFalse();
      }
    }
  }

  /** Has others do something before it goes on. */
  private static final class ExecutorThatWaitsForOthers implements Executor {
    volatile @Nullable Runnable others;
    volatile boolean othersWereHeldUp;

    @Override
    public void execute(Runnable turn) {
      Runnable task = others;
      others = null;
      if (task != null) {
        var thread = new Thread(task, "others");
        thread.setDaemon(true);
        thread.start();
        try {
          thread.join(3_000);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
        }
        othersWereHeldUp |= thread.isAlive();
      }
      new Thread(turn, "borrowed").start();
    }
  }

  @Test
  void whereThereIsNoParentItIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> top.events().forward("Step"))
        .withMessage(
            "forward(\"Step\") was refused: runspace \"top\" has no parent to forward to; forward"
                + " in a runspace between the source and the one that is to hear of it");
  }
}
