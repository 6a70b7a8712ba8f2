package dev.runspaces.benchmarks.work;

import dev.runspaces.Runspaces;
import dev.runspaces.benchmarks.measure.Allocation;
import dev.runspaces.benchmarks.measure.Faults;
import dev.runspaces.benchmarks.measure.Measurement;
import dev.runspaces.thread.ThreadPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Many places that are open at once and have nothing to do: the time to open and close each. */
record PopulationWork() implements Work {
  static final String RUNSPACE = "runspace, POOLED";
  static final String EXECUTOR = "single-thread executor, not started";
  private static final int MOST = 1_000_000;
  private static final int AT_ONCE = 100_000;
  private static final double FULL = 0.85;

  @Override
  public String name() {
    return "population";
  }

  @Override
  public String title() {
    return "opening many, all open at once, and closing them; bytes that each keeps";
  }

  @Override
  public String reference() {
    return EXECUTOR;
  }

  @Override
  public List<Integer> sizes(Effort effort) {
    return effort.powersOfTenTo(MOST);
  }

  @Override
  public String sizeOf() {
    return "runspaces";
  }

  @Override
  public int rounds(Effort effort) {
    return 3;
  }

  @Override
  public List<Entrant> open(int size, Effort effort) {
    return List.of(
        new Entrant(
            RUNSPACE,
            () ->
                measure(
                    size,
                    () -> Runspaces.builder("idle").threads(ThreadPolicy.POOLED).open(),
                    runspace -> runspace.close()),
            () -> {}),
        new Entrant(
            EXECUTOR,
            () -> measure(size, Executors::newSingleThreadExecutor, ExecutorService::shutdown),
            () -> {}));
  }

  private static <P> Measurement measure(int size, Supplier<P> open, Consumer<P> close) {
    var places = new ArrayList<P>(size);
    try {
      long before = Allocation.retained();
      long opened = 0;
      while (places.size() < size) {
        requireRoom();
        int next = Math.min(size, places.size() + AT_ONCE);
        long start = System.nanoTime();
        while (places.size() < next) {
          places.add(open.get());
        }
        opened += System.nanoTime() - start;
      }
      long kept = Allocation.retained() - before;
      long again = System.nanoTime();
      closeAll(places, close);
      long closed = System.nanoTime() - again;
      return Measurement.of(size, opened + closed, kept, Faults.NONE);
    } finally {
      // Where there was no room for all: those that there are make room for the next contestant.
      closeAll(places, close);
    }
  }

  /** Says so before it becomes so tight that the JVM does nothing but collect. */
  private static void requireRoom() {
    if (Allocation.retained() > Runtime.getRuntime().maxMemory() * FULL) {
      throw new IllegalStateException("the heap is full");
    }
  }

  private static <P> void closeAll(List<P> places, Consumer<P> close) {
    places.forEach(close);
    places.clear();
  }
}
