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
      long start = System.nanoTime();
      for (int place = 0; place < size; place++) {
        places.add(open.get());
      }
      long opened = System.nanoTime() - start;
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

  private static <P> void closeAll(List<P> places, Consumer<P> close) {
    places.forEach(close);
    places.clear();
  }
}
