package dev.runspaces.stream;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Something that runs on a thread of its own, and what comes of it. */
final class Background<T> {
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final Thread thread;

  private Background(Callable<T> work) {
    thread =
        new Thread(
            () -> {
              try {
                result.complete(work.call());
              } catch (Throwable failure) {
                result.completeExceptionally(failure);
              }
            },
            "background");
    thread.setDaemon(true);
    thread.start();
  }

  static <T> Background<T> run(Callable<T> work) {
    return new Background<>(work);
  }

  /** Begins to read all that there is and comes. */
  static <T> Background<List<T>> read(Iterable<T> source) {
    return read(source.iterator());
  }

  static <T> Background<List<T>> read(Iterator<T> source) {
    return run(
        () -> {
          List<T> read = new ArrayList<>();
          source.forEachRemaining(read::add);
          return read;
        });
  }

  /** Waits until it waits. */
  Background<T> awaitWaiting() {
    eventually(
        () -> assertThat(thread.getState()).isIn(Thread.State.WAITING, Thread.State.TIMED_WAITING));
    return this;
  }

  void interrupt() {
    thread.interrupt();
  }

  T result() throws Exception {
    return result.get(10, TimeUnit.SECONDS);
  }

  CompletableFuture<T> future() {
    return result;
  }
}
