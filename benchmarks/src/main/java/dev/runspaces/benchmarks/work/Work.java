package dev.runspaces.benchmarks.work;

import dev.runspaces.benchmarks.measure.Measurement;
import java.util.List;

/** One kind of work that contestants are measured in. */
public interface Work {

  /** Returns what it is called on the command line and in files. */
  String name();

  /** Returns what is measured, in a sentence. */
  String title();

  /** Returns with whom the others are compared. */
  String reference();

  /** Returns the sizes in which it is done; more than two make a curve. */
  List<Integer> sizes(Effort effort);

  /** Returns what the sizes count. */
  String sizeOf();

  /** Returns the contestants, ready to begin. */
  List<Entrant> open(int size, Effort effort) throws Exception;

  /** Returns what is to be known before contestants are compared, each in a sentence. */
  default List<String> notes() {
    return List.of();
  }

  /** Returns how often each contestant's turn comes in each JVM. */
  default int rounds(Effort effort) {
    return effort.rounds();
  }

  /** Returns how many rounds there are before those that count. */
  default int warmUpRounds(int size) {
    return size > 100_000 ? 1 : 3;
  }

  /** Returns how much memory the JVM may have. */
  default String heap() {
    return "2g";
  }

  /** One contestant in one work. */
  record Entrant(String name, Round round, AutoCloseable end) {}

  /** One round. */
  @FunctionalInterface
  interface Round {
    Measurement run() throws Exception;
  }
}
