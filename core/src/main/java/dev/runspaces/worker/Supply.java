package dev.runspaces.worker;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a thread waits for what others write into a collection: as those say who are going to write,
 * if they say anything. A script that only the reader's thread can run would never write otherwise.
 */
public final class Supply {
  private static final ConcurrentHashMap<Object, WayOfWaiting> WAYS = new ConcurrentHashMap<>();

  /** What is waited for inside runspaces now: somebody may yet say how. */
  private static final ConcurrentHashMap<Object, Set<Reader>> INSIDE = new ConcurrentHashMap<>();

  /** Somebody who waits. */
  private static final class Reader {
    private final CompletableFuture<Void> change;

    Reader(CompletableFuture<Void> change) {
      this.change = change;
    }

    void lookAgain() {
      change.complete(null);
    }
  }

  private Supply() {}

  /** Says how to wait for a collection, given what was said before, if anything was. */
  public static void say(Object collection, UnaryOperator<@Nullable WayOfWaiting> way) {
    WAYS.compute(collection, (key, before) -> way.apply(before));
    haveReadersLookAgain(collection);
  }

  /** Changes what was said, if anything was; the function returns null for nothing any more. */
  public static void takeBack(Object collection, UnaryOperator<@Nullable WayOfWaiting> way) {
    if (WAYS.containsKey(collection)) {
      WAYS.computeIfPresent(collection, (key, before) -> way.apply(before));
      haveReadersLookAgain(collection);
    }
  }

  private static void haveReadersLookAgain(Object collection) {
    INSIDE.getOrDefault(collection, Set.of()).forEach(Reader::lookAgain);
  }

  /**
   * Waits for a change of a collection.
   *
   * @return false if the time ran out; true if it is worth looking whether there is a change
   */
  public static boolean await(Object collection, CompletableFuture<Void> change, Deadline deadline)
      throws InterruptedException {
    if (Worker.current() == null) {
      return wayFor(collection).await(change, deadline);
    }
    // Noted first: who says something later finds it, who has said it before is found.
    var reader = new Reader(change);
    INSIDE.compute(collection, (key, readers) -> with(readers, reader));
    try {
      return wayFor(collection).await(change, deadline);
    } finally {
      INSIDE.computeIfPresent(collection, (key, readers) -> without(readers, reader));
    }
  }

  private static WayOfWaiting wayFor(Object collection) {
    WayOfWaiting way = WAYS.get(collection);
    return way == null ? Waiting::await : way;
  }

  private static Set<Reader> with(@Nullable Set<Reader> readers, Reader reader) {
    Set<Reader> all = readers == null ? ConcurrentHashMap.newKeySet() : readers;
    all.add(reader);
    return all;
  }

  private static @Nullable Set<Reader> without(Set<Reader> readers, Reader reader) {
    readers.remove(reader);
    return readers.isEmpty() ? null : readers;
  }
}
