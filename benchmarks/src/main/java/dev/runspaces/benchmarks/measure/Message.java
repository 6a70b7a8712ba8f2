package dev.runspaces.benchmarks.measure;

import java.util.stream.IntStream;

/**
 * What is sent: it says where it comes from and which one it is, so that the receiver can tell what
 * is missing. Made before the clock starts.
 *
 * @param source who sends it, from 0
 * @param sequence which of the source's it is, from 0
 */
public record Message(int source, int sequence) {

  /** Returns so many messages of one source. */
  public static Message[] series(int source, int count) {
    return IntStream.range(0, count)
        .mapToObj(sequence -> new Message(source, sequence))
        .toArray(Message[]::new);
  }
}
