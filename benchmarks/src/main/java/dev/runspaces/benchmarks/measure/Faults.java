package dev.runspaces.benchmarks.measure;

/**
 * What went wrong with messages on their way.
 *
 * @param lost how many never came
 * @param doubled how many came once more
 * @param reordered how many came after a later one of the same source
 */
public record Faults(long lost, long doubled, long reordered) {
  public static final Faults NONE = new Faults(0, 0, 0);

  /** Returns the sum. */
  public Faults plus(Faults other) {
    return new Faults(lost + other.lost, doubled + other.doubled, reordered + other.reordered);
  }

  @Override
  public String toString() {
    return equals(NONE)
        ? "none"
        : lost + " lost, " + doubled + " doubled, " + reordered + " reordered";
  }
}
