package dev.runspaces.benchmarks.work;

/** How much is measured: enough for figures, or just enough to see that everything runs. */
public enum Effort {
  FULL(3, 10, 200_000),
  QUICK(1, 3, 20_000);

  private final int forks;
  private final int rounds;
  private final int events;

  Effort(int forks, int rounds, int events) {
    this.forks = forks;
    this.rounds = rounds;
    this.events = events;
  }

  /** Returns in how many JVMs, one after the other, everything is measured. */
  public int forks() {
    return forks;
  }

  /** Returns how often each contestant's turn comes in each JVM. */
  int rounds() {
    return rounds;
  }

  /** Returns how many events there are in a round. */
  int events() {
    return events;
  }

  /** Returns the powers of ten from 1 to this; in a quick run only small ones. */
  java.util.List<Integer> powersOfTenTo(int most) {
    int last = this == QUICK ? Math.min(most, 1_000) : most;
    return java.util.stream.IntStream.iterate(
            1, size -> size <= last && size > 0, size -> size * 10)
        .boxed()
        .toList();
  }
}
