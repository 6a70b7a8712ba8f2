package dev.runspaces;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Opens the runspaces of a pool, as its user has described them. Thread-safe. */
final class PoolMemberFactory {
  private final RunspaceCore host;
  private final UnaryOperator<RunspaceBuilder> description;
  private final AtomicInteger lastNumber = new AtomicInteger();

  PoolMemberFactory(RunspaceCore host, UnaryOperator<RunspaceBuilder> description) {
    this.host = host;
    this.description = description;
  }

  /** Opens another one; whatever goes wrong, the future tells. */
  CompletableFuture<RunspaceCore> open() {
    try {
      var builder = new RunspaceBuilder(host.name() + "-" + lastNumber.incrementAndGet(), host);
      if (description.apply(builder) != builder) {
        throw new IllegalStateException(
            "members(...) of pool \""
                + host.name()
                + "\" has returned another builder; return the one that it is given");
      }
      return builder.openAsync().thenApply(Runspace::core);
    } catch (Throwable failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  /** Returns why an opening failed. */
  static Throwable causeOf(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? causeOf(cause) : failure;
  }
}
