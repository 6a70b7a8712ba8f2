package dev.runspaces;

import dev.runspaces.stream.StreamItem;
import dev.runspaces.stream.StreamName;
import dev.runspaces.stream.Streams;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one invocation has written. Most often nobody asks for more than the output when it has
 * ended: so the streams, which take ten times as much memory, are made when somebody does. Safe for
 * use on any thread.
 */
final class InvocationStreams {
  /** What was written before that, oldest first; null for nothing. Guarded by {@code this}. */
  private @Nullable List<StreamItem> early;

  /** Guarded by {@code this}. */
  private boolean completed;

  /** Written under {@code this}; called without it, for streams call their listeners. */
  private volatile @Nullable Streams streams;

  /** Returns the streams, always the same. */
  Streams streams() {
    Streams made = streams;
    return made == null ? makeStreams() : made;
  }

  private synchronized Streams makeStreams() {
    Streams made = streams;
    if (made == null) {
      made = new Streams();
      if (early != null) {
        early.forEach(made::write);
        early = null;
      }
      if (completed) {
        made.complete();
      }
      streams = made;
    }
    return made;
  }

  /** Returns the streams if somebody has asked for them, else null. */
  @Nullable Streams streamsIfMade() {
    return streams;
  }

  /**
   * Writes an item.
   *
   * @throws IllegalStateException if its stream is completed
   */
  void write(StreamItem item) {
    if (!keep(item)) {
      streams().write(item);
    }
  }

  /** Keeps it for the streams, where nobody has asked for them; returns whether that is so. */
  private synchronized boolean keep(StreamItem item) {
    if (streams != null || completed) {
      return false;
    }
    if (early == null) {
      early = new ArrayList<>(1);
    }
    early.add(item);
    return true;
  }

  void complete() {
    Streams made;
    synchronized (this) {
      completed = true;
      made = streams;
    }
    if (made != null) {
      made.complete();
    }
  }

  /** Returns what the output is now, in order; an immutable copy. */
  List<Object> output() {
    synchronized (this) {
      if (streams == null) {
        return early == null ? List.of() : outputAmong(early);
      }
    }
    return streams().output().snapshot();
  }

  private static List<Object> outputAmong(List<StreamItem> items) {
    if (items.size() == 1 && items.get(0).stream() == StreamName.OUTPUT) {
      return List.of(items.get(0).value());
    }
    var output = new ArrayList<Object>(items.size());
    for (StreamItem item : items) {
      if (item.stream() == StreamName.OUTPUT) {
        output.add(item.value());
      }
    }
    return List.copyOf(output);
  }
}
