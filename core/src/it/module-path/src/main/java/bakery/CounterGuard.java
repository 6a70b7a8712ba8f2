package bakery;

import dev.runspaces.thread.WaitGuard;

/** Whoever serves customers must not wait for the oven. */
public final class CounterGuard implements WaitGuard {
  static final String COUNTER = "counter";

  /** Made by the service loader. */
  public CounterGuard() {}

  @Override
  public boolean forbidsWaiting() {
    return Thread.currentThread().getName().equals(COUNTER);
  }

  @Override
  public String threadDescription() {
    return "the counter";
  }
}
