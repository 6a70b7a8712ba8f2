package dev.runspaces.worker;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Threads of the program's own. What the runspace has accepted is not lost with them: an executor
 * that refuses or fails, or that was shut down with a turn in its queue, is replaced by a thread.
 */
final class BorrowedThreads implements Carrier {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  /** Whose thread the calling one is, while it has a turn. */
  private static final ThreadLocal<@Nullable Executor> LENDER = new ThreadLocal<>();

  private final Executor executor;
  private final String name;

  /** The newest one; the ones before it have ended. */
  private volatile @Nullable Turn newest;

  private final AtomicBoolean told = new AtomicBoolean();

  BorrowedThreads(Executor executor, String name) {
    this.executor = executor;
    this.name = name;
  }

  @Override
  public void request(Runnable content) {
    var turn = new Turn(content);
    newest = turn;
    try {
      executor.execute(turn);
    } catch (RejectedExecutionException refused) {
      replaceExecutor(turn, "refuses", refused);
    } catch (Throwable failure) {
      // What is to be done has been accepted, so whoever has handed it over need not be told.
      replaceExecutor(turn, "fails", failure);
    }
  }

  @Override
  public void remind() {
    Turn turn = newest;
    if (turn != null
        && !turn.begun.get()
        && executor instanceof ExecutorService service
        && service.isShutdown()) {
      replaceExecutor(turn, "was shut down", null);
    }
  }

  /** Returns whose thread the calling one is, if it was lent for what it does. */
  static @Nullable Object lender() {
    return LENDER.get();
  }

  @Override
  public @Nullable Object awaitedLender() {
    Turn turn = newest;
    return turn == null || turn.begun.get() ? null : executor;
  }

  @Override
  public void runHere() {
    Turn turn = newest;
    if (turn != null) {
      turn.run();
    }
  }

  @Override
  public int lettersPerTurn() {
    return Carriers.FAIR_TURN;
  }

  private void replaceExecutor(Turn turn, String reason, @Nullable Throwable cause) {
    if (!turn.replaced.compareAndSet(false, true)) {
      return;
    }
    if (told.compareAndSet(false, true)) {
      String text = name + " goes on on threads of its own: the executor that it was given ";
      LOG.log(Level.WARNING, text + reason, cause);
    }
    Carriers.daemon(turn, name).start();
  }

  /** Runs once, on whichever thread comes first. */
  private final class Turn implements Runnable {
    private final Runnable content;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean replaced = new AtomicBoolean();

    Turn(Runnable content) {
      this.content = content;
    }

    @Override
    public void run() {
      if (begun.compareAndSet(false, true)) {
        Executor before = LENDER.get();
        LENDER.set(executor);
        try {
          content.run();
        } finally {
          if (before == null) {
            LENDER.remove();
          } else {
            LENDER.set(before);
          }
        }
      }
    }
  }
}
