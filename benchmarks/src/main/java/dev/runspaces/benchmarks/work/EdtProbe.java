package dev.runspaces.benchmarks.work;

import java.awt.EventQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Posts something to the EDT now and then, as input would be, and sees how long it waits there. */
final class EdtProbe implements AutoCloseable {
  private static final long PERIOD_MILLIS = 10;

  private final ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  EdtProbe() {
    ScheduledFuture<?> unused =
        timer.scheduleAtFixedRate(this::post, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void post() {
    long posted = System.nanoTime();
    EventQueue.invokeLater(() -> waits.add(System.nanoTime() - posted));
  }

  /** Returns how many nanoseconds each has waited that has come so far. */
  double[] sortedWaits() {
    return waits.stream().mapToDouble(Long::doubleValue).sorted().toArray();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
