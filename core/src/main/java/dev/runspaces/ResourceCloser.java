package dev.runspaces;

import dev.runspaces.thread.WaitTimeoutException;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes what users have handed over on threads of our own, so that a {@code close()} which blocks
 * holds up neither who closes a runspace nor the end of the JVM.
 */
final class ResourceCloser {
  /** What each has at least: one that does not block is closed also where no time is left. */
  private static final Duration LEAST = Duration.ofMillis(250);

  /** Daemons that go when they are not needed; usually there is none. */
  private static final ThreadPoolExecutor THREADS =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          1,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          ResourceCloser::thread);

  private ResourceCloser() {}

  private static Thread thread(Runnable work) {
    // It outlives the runspace for a moment, and must not keep anything of it.
    var thread = new Thread(null, work, "runspaces-resource-closer", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(ResourceCloser.class.getClassLoader());
    return thread;
  }

  /**
   * Closes a resource and waits for that, so long that the others get their turn before the
   * deadline; then it is interrupted and left behind.
   *
   * @throws WaitTimeoutException if it does not end in time; its stack is that of the resource
   */
  static void close(AutoCloseable resource, Deadline deadline) throws Exception {
    var attempt = new Attempt(resource);
    THREADS.execute(attempt);
    Duration share = deadline.remaining().multipliedBy(4).dividedBy(5);
    Duration patience = share.compareTo(LEAST) < 0 ? LEAST : share;
    if (!Waiting.awaitUninterruptibly(attempt.ended, Deadline.after(patience))) {
      throw attempt.giveUp(patience);
    }
    attempt.throwFailure();
  }

  private static final class Attempt implements Runnable {
    private final AutoCloseable resource;
    private final @Nullable ClassLoader classLoader =
        Thread.currentThread().getContextClassLoader();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

    /** The thread that is at it; guarded by this object's lock. */
    private @Nullable Thread closer;

    Attempt(AutoCloseable resource) {
      this.resource = resource;
    }

    @Override
    public void run() {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(classLoader);
      come(thread);
      try {
        resource.close();
        ended.complete(null);
      } catch (Throwable failure) {
        ended.completeExceptionally(failure);
      } finally {
        come(null);
        thread.setContextClassLoader(before);
      }
    }

    private synchronized void come(@Nullable Thread thread) {
      closer = thread;
    }

    synchronized WaitTimeoutException giveUp(Duration patience) {
      var late = new WaitTimeoutException("closing a resource", patience);
      if (closer != null) {
        late.setStackTrace(closer.getStackTrace());
        closer.interrupt();
      }
      return late;
    }

    void throwFailure() throws Exception {
      try {
        ended.join();
      } catch (CompletionException wrapped) {
        if (wrapped.getCause() instanceof Exception failure) {
          throw failure;
        }
        if (wrapped.getCause() instanceof Error failure) {
          throw failure;
        }
        throw wrapped;
      }
    }
  }
}
