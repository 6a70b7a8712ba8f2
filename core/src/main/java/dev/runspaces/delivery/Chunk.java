package dev.runspaces.delivery;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Places for some events in a row; a link of a {@link Ring}. */
final class Chunk {
  private final @Nullable Object[] contents;
  private final @Nullable Origin[] origins;

  /** Twice the number at the source; one more where the event begins what a letter delivers. */
  private final long[] sequences;

  /** The number of what has the first place. Written by who puts in, as is the next. */
  private long begin;

  private volatile @Nullable Chunk next;

  Chunk(int size, long begin) {
    contents = new Object[size];
    origins = new Origin[size];
    sequences = new long[size];
    this.begin = begin;
  }

  int size() {
    return contents.length;
  }

  /** Tells whether it is for later numbers only. */
  boolean isBefore(long number) {
    return number >= begin + contents.length;
  }

  @Nullable Chunk next() {
    return next;
  }

  void setNext(@Nullable Chunk following) {
    next = following;
  }

  /** Has it stand for other numbers. */
  void beginAt(long number) {
    begin = number;
  }

  void set(long number, Object content, @Nullable Origin origin, long sequence, boolean first) {
    int at = (int) (number - begin);
    contents[at] = content;
    origins[at] = origin;
    sequences[at] = sequence * 2 + (first ? 1 : 0);
  }

  boolean isFirst(long number) {
    return (sequences[(int) (number - begin)] & 1) != 0;
  }

  /** Looks what is there; somebody may just be taking it. */
  void copy(long number, Arrival into) {
    int at = (int) (number - begin);
    into.set(contents[at], origins[at], sequences[at] / 2, number);
  }

  Occurrence occurrence(long number) {
    int at = (int) (number - begin);
    Object content = Objects.requireNonNull(contents[at]);
    Origin origin = origins[at];
    return origin == null ? (Occurrence) content : origin.occurrence(content, sequences[at] / 2);
  }

  /** Keeps nothing alive there. */
  void clear(long number) {
    int at = (int) (number - begin);
    contents[at] = null;
    origins[at] = null;
  }
}
