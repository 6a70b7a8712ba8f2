package dev.runspaces.benchmarks.measure;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What has come from one source. */
final class SourceCheck {
  private final int expected;
  private int next;
  private long doubled;
  private long reordered;

  /** What has come; only from the first irregularity on. */
  private @Nullable BitSet seen;

  SourceCheck(int expected) {
    this.expected = expected;
  }

  void note(int sequence) {
    if (sequence == next && seen == null) {
      next++;
    } else {
      noteInDetail(sequence);
    }
  }

  private void noteInDetail(int sequence) {
    if (seen == null) {
      seen = new BitSet(expected);
      seen.set(0, next);
    }
    if (seen.get(sequence)) {
      doubled++;
      return;
    }
    if (sequence < seen.length()) {
      reordered++;
    }
    seen.set(sequence);
  }

  Faults faults() {
    int came = seen == null ? next : seen.cardinality();
    return new Faults(expected - came, doubled, reordered);
  }
}
