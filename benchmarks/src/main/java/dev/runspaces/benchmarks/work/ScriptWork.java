package dev.runspaces.benchmarks.work;

import dev.runspaces.benchmarks.contestant.Scripts;
import dev.runspaces.benchmarks.contestant.Scripts.Place;
import dev.runspaces.benchmarks.measure.Allocation;
import dev.runspaces.benchmarks.measure.Faults;
import dev.runspaces.benchmarks.measure.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Running scripts elsewhere: each in a place of its own, or all in one that is open. */
record ScriptWork(String name, boolean eachInItsOwn) implements Work {
  @Override
  public String title() {
    return eachInItsOwn
        ? "open, run one script, close"
        : "hand a script to an open place, and wait for its value";
  }

  @Override
  public String reference() {
    return Scripts.EXECUTOR;
  }

  @Override
  public List<Integer> sizes(Effort effort) {
    return List.of(1);
  }

  @Override
  public String sizeOf() {
    return "calling threads";
  }

  @Override
  public List<Entrant> open(int size, Effort effort) {
    int times = effort.events() / 400;
    var entrants = new ArrayList<Entrant>();
    Scripts.all()
        .forEach(
            (contestant, factory) ->
                entrants.add(
                    new Entrant(
                        contestant,
                        () -> eachInItsOwn ? cycles(factory, times) : calls(factory, times),
                        () -> {})));
    return entrants;
  }

  private static Measurement cycles(Supplier<Place> factory, int times) throws Exception {
    long wrong = 0;
    long start = System.nanoTime();
    for (int time = 0; time < times; time++) {
      int expected = time;
      try (Place place = factory.get()) {
        wrong += place.run(() -> expected) == expected ? 0 : 1;
      }
    }
    long nanos = System.nanoTime() - start;
    return new Measurement((double) nanos / times, Double.NaN, Double.NaN, new Faults(wrong, 0, 0));
  }

  private static Measurement calls(Supplier<Place> factory, int times) throws Exception {
    long wrong = 0;
    try (Place place = factory.get()) {
      int unused = place.run(() -> 0);
      long bytes = Allocation.ofLiveThreads();
      long start = System.nanoTime();
      for (int time = 0; time < times; time++) {
        int expected = time;
        wrong += place.run(() -> expected) == expected ? 0 : 1;
      }
      long nanos = System.nanoTime() - start;
      long allocated = Allocation.ofLiveThreads() - bytes;
      return Measurement.of(times, nanos, allocated, new Faults(wrong, 0, 0));
    }
  }
}
