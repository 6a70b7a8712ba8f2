package dev.runspaces.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runspaces.Gate;
import dev.runspaces.Invocation;
import dev.runspaces.InvocationStoppedException;
import dev.runspaces.NamedThreadGuard;
import dev.runspaces.OtherJvm;
import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting for collections where waiting is something special. */
@Timeout(40)
class StreamWaitsTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  /** The events are handled on the thread that waits, or nobody would ever end the wait. */
  @Nested
  class InsideARunspaceEventsAreDeliveredMeanwhile {
    private final DataCollection<Object> collection = DataCollection.bounded(1);

    @Test
    void toATaker() throws Exception {
      try (Runspace worker = Runspaces.open("worker")) {
        worker.events().on("Ready", event -> collection.add("from the handler"));

        Invocation<Optional<Object>> invocation =
            worker.begin(
                context -> {
                  context.events().raise("Ready");
                  return collection.take(LONG);
                });

        assertThat(invocation.await(LONG)).contains("from the handler");
      }
    }

    @Test
    void toAnIterator() throws Exception {
      try (Runspace worker = Runspaces.open("worker")) {
        var unbounded = new DataCollection<Object>();
        worker.events().on("Ready", event -> unbounded.add("from the handler"));
        worker.events().on("Done", event -> unbounded.complete());

        Invocation<List<Object>> invocation =
            worker.begin(
                context -> {
                  context.events().raise("Ready");
                  context.events().raise("Done");
                  List<Object> read = new ArrayList<>();
                  unbounded.forEach(read::add);
                  return read;
                });

        assertThat(invocation.await(LONG)).containsExactly("from the handler");
      }
    }

    @Test
    void toOneWhoWaitsForRoom() throws Exception {
      try (Runspace worker = Runspaces.open("worker")) {
        collection.add("first");
        worker.events().on("Full", event -> collection.readAll());

        Invocation<List<Object>> invocation =
            worker.begin(
                context -> {
                  context.events().raise("Full");
                  collection.add("second");
                  return collection.snapshot();
                });

        assertThat(invocation.await(LONG)).containsExactly("second");
      }
    }

    @Test
    void andAHandlerThatWaitsTooDoesNotKeepAnItemFromOthers() throws Exception {
      try (Runspace worker = Runspaces.open("worker")) {
        var letters = new DataCollection<Object>();
        var never = new DataCollection<Object>();
        var diving = new Gate();
        worker
            .events()
            .on(
                "Dive",
                event -> {
                  diving.open();
                  never.take(LONG);
                });
        Invocation<Optional<Object>> diver =
            worker.begin(
                context -> {
                  context.events().raise("Dive");
                  return letters.take(LONG);
                });
        diving.pass();
        var other = Background.run(() -> letters.take(LONG)).awaitWaiting();

        letters.add("for the one who can take it");

        assertThat(other.result()).contains("for the one who can take it");
        letters.complete();
        never.complete();
        assertThat(diver.await(LONG)).isEmpty();
      }
    }
  }

  @Nested
  class AStop {

    @Test
    void endsAScriptThatIterates() throws Exception {
      try (Runspace worker = Runspaces.open("worker")) {
        var collection = new DataCollection<Object>();
        var read = new DataCollection<Object>();
        Invocation<?> invocation =
            worker.begin(Script.action(context -> collection.forEach(read::add)));
        collection.add("a");
        assertThat(read.take(LONG)).contains("a");

        invocation.stop();

        assertThatExceptionOfType(InvocationStoppedException.class)
            .isThrownBy(() -> invocation.await(LONG));
      }
    }
  }

  @Nested
  class OnAThreadThatMustNotWait {
    private static final String REFUSED =
        " -> WaitRefusedException: waiting on the guarded thread was refused: it would freeze the"
            + " program; wait in a runspace, or go on from Invocation.toFuture() or an event"
            + " handler";

    private final List<String> printed;

    OnAThreadThatMustNotWait() throws Exception {
      OtherJvm.Result result = OtherJvm.run(Program.class);
      printed = result.lines();
      assertThat(result.exitCode()).isZero();
    }

    @Test
    void waitingIsRefusedAndWhatDoesNotWaitIsAllowed() {
      assertThat(printed)
          .containsExactly(
              "take of nothing" + REFUSED,
              "iterator at the end" + REFUSED,
              "consuming nothing" + REFUSED,
              "add without room" + REFUSED,
              "offer without room" + REFUSED,
              "full -> [a]",
              "take of nothing, zero -> Optional.empty",
              "offer without room, zero -> false",
              "iterator at an item -> a",
              "take -> Optional[a]",
              "add -> [b]");
    }
  }

  /** How much memory an object takes that is made for each run; found out by {@link Weight}. */
  @ParameterizedTest
  @ValueSource(ints = 100)
  void streamsToWhichNothingWasWrittenAreSmall(int mostBytes) throws Exception {
    OtherJvm.Result result = OtherJvm.run(Weight.class);

    assertThat(Integer.parseInt(result.lines().get(0))).isBetween(1, mostBytes);
  }

  /** Tries everything on a guarded thread, and prints what came of it. */
  static final class Program {
    private Program() {}

    public static void main(String... arguments) throws Exception {
      var empty = new DataCollection<String>();
      DataCollection<String> full = DataCollection.bounded(1);
      full.add("a");
      Duration second = Duration.ofSeconds(1);
      var guarded =
          new Thread(
              () -> {
                tell("take of nothing", () -> empty.take(second));
                tell("iterator at the end", () -> empty.iterator().hasNext());
                tell("consuming nothing", () -> empty.consuming().iterator().hasNext());
                tell("add without room", () -> add(full, "refused"));
                tell("offer without room", () -> full.offer("refused", second));
                tell("full", full::snapshot);
                tell("take of nothing, zero", () -> empty.take(Duration.ZERO));
                tell("offer without room, zero", () -> full.offer("b", Duration.ZERO));
                tell("iterator at an item", () -> full.iterator().next());
                tell("take", () -> full.take(second));
                tell("add", () -> add(full, "b"));
              },
              NamedThreadGuard.GUARDED);
      guarded.start();
      guarded.join();
    }

    private static Object add(DataCollection<String> collection, String item) {
      collection.add(item);
      return collection.snapshot();
    }

    private static void tell(String call, Callable<?> attempt) {
      String result;
      try {
        result = String.valueOf(attempt.call());
      } catch (Exception failure) {
        result = failure.getClass().getSimpleName() + ": " + failure.getMessage();
      }
      System.out.println(call + " -> " + result);
    }
  }

  /** Prints how many bytes of the heap an unused object takes. */
  static final class Weight {
    private static final int COUNT = 200_000;

    private Weight() {}

    public static void main(String... arguments) {
      var objects = new Streams[COUNT];
      objects[0] = new Streams();
      long before = usedBytes();
      for (int i = 1; i < COUNT; i++) {
        objects[i] = new Streams();
      }
      System.out.println((usedBytes() - before) / COUNT);
      // Used to the end, and so in memory to the end.
      System.out.println(objects[COUNT - 1]);
    }

    private static long usedBytes() {
      Runtime runtime = Runtime.getRuntime();
      long used = Long.MAX_VALUE;
      for (int i = 0; i < 3; i++) {
        System.gc();
        used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
      }
      return used;
    }
  }
}
