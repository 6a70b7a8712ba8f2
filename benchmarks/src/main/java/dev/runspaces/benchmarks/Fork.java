package dev.runspaces.benchmarks;

import dev.runspaces.benchmarks.measure.Measurement;
import dev.runspaces.benchmarks.measure.Sample;
import dev.runspaces.benchmarks.work.Effort;
import dev.runspaces.benchmarks.work.Work;
import dev.runspaces.benchmarks.work.Work.Entrant;
import dev.runspaces.benchmarks.work.Works;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Measures one kind of work in this JVM: all contestants take turns, in another order in each
 * round, so that whatever else the machine does meets all of them.
 */
final class Fork {
  private final Work work;
  private final Effort effort;
  private final int number;
  private final Path file;
  private final Set<String> failed = new HashSet<>();

  private Fork(Work work, Effort effort, int number, Path file) {
    this.work = work;
    this.effort = effort;
    this.number = number;
    this.file = file;
  }

  /**
   * Runs as a program: the name of the work, the effort, the number of this JVM, and the file to
   * which samples are added.
   */
  public static void main(String[] arguments) throws Exception {
    var fork =
        new Fork(
            Works.named(arguments[0]),
            Effort.valueOf(arguments[1]),
            Integer.parseInt(arguments[2]),
            Path.of(arguments[3]));
    for (int size : fork.work.sizes(fork.effort)) {
      fork.measure(size);
    }
    // Whoever has left threads behind must not hold up the next.
    Runtime.getRuntime().halt(0);
  }

  private void measure(int size) throws Exception {
    List<Entrant> entrants = work.open(size, effort);
    var order = new ArrayList<>(entrants);
    var random = new Random(number);
    failed.clear();
    for (int round = -work.warmUpRounds(size); round < work.rounds(effort); round++) {
      Collections.shuffle(order, random);
      for (Entrant entrant : order) {
        Measurement measurement =
            failed.contains(entrant.name()) ? Measurement.FAILED : run(entrant, size);
        if (round >= 0) {
          note(new Sample(work.name(), size, entrant.name(), number, round, measurement));
        }
      }
    }
    for (Entrant entrant : entrants) {
      entrant.end().close();
    }
  }

  private Measurement run(Entrant entrant, int size) {
    // What one has left behind is not to be cleaned up in another's time.
    System.gc();
    try {
      return entrant.round().run();
    } catch (Exception | OutOfMemoryError failure) {
      System.err.println(work.name() + " " + size + ", " + entrant.name() + ": " + failure);
      // A second attempt would take as long, and end as this one.
      failed.add(entrant.name());
      return Measurement.FAILED;
    }
  }

  private void note(Sample sample) {
    try {
      Files.writeString(
          file,
          sample.toLine() + System.lineSeparator(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
