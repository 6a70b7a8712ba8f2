package dev.runspaces;

import dev.runspaces.stream.Streams;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Supply;
import dev.runspaces.worker.Waiting;
import dev.runspaces.worker.WayOfWaiting;
import dev.runspaces.worker.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The invocations that have not ended and write into the same streams: who reads those inside a
 * runspace waits for them as {@link Invocation#await()} would.
 */
record StreamWriters(Streams streams, List<Invocation<?>> writers) implements WayOfWaiting {

  /** Notes that an invocation is going to write there. Noting it twice is noting it once. */
  static void add(Streams streams, Invocation<?> writer) {
    Supply.say(
        streams,
        before -> {
          List<Invocation<?>> writers = writersOf(before);
          if (!writers.contains(writer)) {
            writers.add(writer);
          }
          return new StreamWriters(streams, List.copyOf(writers));
        });
  }

  /** Notes that it writes no more. */
  static void remove(Streams streams, Invocation<?> writer) {
    Supply.takeBack(
        streams,
        before -> {
          List<Invocation<?>> writers = writersOf(before);
          writers.remove(writer);
          return writers.isEmpty() ? null : new StreamWriters(streams, List.copyOf(writers));
        });
  }

  private static List<Invocation<?>> writersOf(@Nullable WayOfWaiting way) {
    return way instanceof StreamWriters known ? new ArrayList<>(known.writers) : new ArrayList<>();
  }

  @Override
  public boolean await(CompletableFuture<?> change, Deadline deadline) throws InterruptedException {
    var others = new ArrayList<Invocation<?>>();
    for (Invocation<?> writer : writers) {
      if (!writer.isRunningHere()) {
        others.add(writer);
      } else if (writer.areItsOwn(streams) && deadline.isNever()) {
        // Others may write in its name; but it alone ends them.
        writer.refuseFromItsOwnScript();
      }
    }
    for (Invocation<?> writer : others) {
      if (!deadline.hasPassed() && writer.runIfOnlyThisThreadCan()) {
        return true;
      }
    }
    return others.isEmpty()
        ? Waiting.await(change, deadline)
        : Nesting.await(others, () -> Waiting.awaitWork(change, deadline, nearestWorker(others)));
  }

  /** Returns that of the runspace in which the thread is, or else of the first that writes. */
  private static Worker nearestWorker(List<Invocation<?>> writers) {
    for (Invocation<?> writer : writers) {
      if (writer.core().worker().isCurrentThread()) {
        return writer.core().worker();
      }
    }
    return writers.get(0).core().worker();
  }
}
