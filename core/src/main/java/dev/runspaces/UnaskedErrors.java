package dev.runspaces;

import dev.runspaces.event.ErrorOccurred;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Errors of scripts that no handler has had, and nobody has asked for yet. Who begins a script and
 * awaits it then may come after its end: so they become uncaught errors a moment later only, or
 * when the runspace is closed, unless somebody has asked meanwhile. Who waits has time until his
 * wait is over; if he has not learned of the end by then, he has not asked. Thread-safe.
 */
final class UnaskedErrors {
  /** How long it may take to ask. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Null until there is one: most runspaces never have any. Written under {@code this}. */
  private volatile @Nullable Set<Unasked> waiting;

  private volatile boolean closed;

  /** One error; not a record, as an error that is written twice is told twice. */
  private static final class Unasked {
    private final Invocation<?> invocation;
    private final ErrorOccurred error;

    Unasked(Invocation<?> invocation, ErrorOccurred error) {
      this.invocation = invocation;
      this.error = error;
    }
  }

  void take(Invocation<?> invocation, ErrorOccurred error) {
    invocation.askers().unlessTold(() -> keep(new Unasked(invocation, error)));
  }

  private void keep(Unasked unasked) {
    waiting().add(unasked);
    if (closed) {
      tell(unasked);
    } else {
      Later.run(() -> tell(unasked), PATIENCE);
    }
  }

  /** Nobody is waited for any longer. */
  void close() {
    closed = true;
    Set<Unasked> left = waiting;
    if (left != null) {
      left.forEach(this::tell);
    }
  }

  private synchronized Set<Unasked> waiting() {
    Set<Unasked> made = waiting;
    if (made == null) {
      made = ConcurrentHashMap.newKeySet();
      waiting = made;
    }
    return made;
  }

  private void tell(Unasked unasked) {
    if (waiting().remove(unasked)) {
      Invocation<?> invocation = unasked.invocation;
      invocation.askers().unlessTold(() -> invocation.core().uncaughtErrors().take(unasked.error));
    }
  }
}
