package dev.runspaces.eventbus;

import dev.runspaces.event.Registration;
import java.util.concurrent.atomic.AtomicBoolean;

/** A registration that is taken back by the first {@code close} alone. */
final class Once implements Registration {
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Runnable takeBack;

  Once(Runnable takeBack) {
    this.takeBack = takeBack;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      takeBack.run();
    }
  }
}
