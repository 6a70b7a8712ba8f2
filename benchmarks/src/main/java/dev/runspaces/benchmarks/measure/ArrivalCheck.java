package dev.runspaces.benchmarks.measure;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A receiver that knows what it is to receive, and says what was lost, doubled or out of order.
 * Told by one thread at a time; cheap as long as all is well.
 */
public final class ArrivalCheck implements Consumer<Message> {
  private static final VarHandle ARRIVED;

  static {
    try {
      ARRIVED = MethodHandles.lookup().findVarHandle(ArrivalCheck.class, "arrived", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private SourceCheck[] sources = {};
  private long expected;
  private CountDownLatch complete = new CountDownLatch(0);

  /** Read by who waits for the next one; written by who receives. */
  private volatile long arrived;

  /** Begins anew: so many messages are to come from each of the sources. */
  public void begin(int sourceCount, int perSource) {
    sources = new SourceCheck[sourceCount];
    for (int source = 0; source < sourceCount; source++) {
      sources[source] = new SourceCheck(perSource);
    }
    expected = (long) sourceCount * perSource;
    complete = new CountDownLatch(1);
    arrived = 0;
  }

  @Override
  public void accept(Message message) {
    sources[message.source()].note(message.sequence());
    long now = arrived + 1; // one writer at a time
    // No fence: that would take longer than the fastest contestants do.
    ARRIVED.setRelease(this, now);
    if (now == expected) {
      complete.countDown();
    }
  }

  /** Returns how many have come. */
  public long arrived() {
    return arrived;
  }

  /** Waits until as many have come as are to come; returns whether they did in time. */
  public boolean await(Duration timeout) throws InterruptedException {
    return complete.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Returns what has gone wrong so far. */
  public Faults faults() {
    Faults all = Faults.NONE;
    for (SourceCheck source : sources) {
      all = all.plus(source.faults());
    }
    return all;
  }
}
