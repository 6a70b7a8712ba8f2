package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import com.sun.management.ThreadMXBean;
import dev.runspaces.thread.ThreadPolicy;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What things cost in bytes and wakings. Those are counted, so a busy machine changes nothing. */
@Timeout(60)
class CountedCostTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int EVENTS = 100_000;
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int ROUNDS = 10;
  private static final int SCRIPTS = 2_000;
  private static final int BATCH = 1_000;

  @Test
  void postingToASubscriberOfItsTypeAllocatesNothingForAnEvent() throws Exception {
    try (Runspace elsewhere = Runspaces.open("elsewhere");
        Runspace runspace = Runspaces.builder("counted").threads(ThreadPolicy.REUSE).open()) {
      Object unused = elsewhere.connect(new EventBus()); // is nothing to the one that is counted
      var counter = new CountsTicks();
      runspace.bus().register(counter);

      // The least of some rounds: only compiled code makes no objects on the way, and places for
      // what piles up are kept for the next time.
      double perEvent = Double.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        long before = allocatedByBoth(runspace);
        post(runspace, counter);
        perEvent = Math.min(perEvent, (allocatedByBoth(runspace) - before) / (double) EVENTS);
      }

      assertThat(perEvent).as("bytes per event").isLessThan(8);
    }
  }

  @Test
  void postingFromItsOwnCodeAllocatesNothingForAnEventWhetherTheParentHearsItOrNot()
      throws Exception {
    try (Runspace parent = Runspaces.builder("parent").threads(ThreadPolicy.REUSE).open()) {
      Runspace runspace = parent.open("counted");
      runspace.bus().register(new CountsTicks());
      runspace.bus().register(new CountsTicks());

      assertThat(bytesOfAnOwnPost(runspace)).as("bytes per event").isLessThan(1);
      parent.bus().register(new CountsTicks());
      assertThat(bytesOfAnOwnPost(runspace)).as("with the parent").isLessThan(1);
    }
  }

  /** Of the thread that posts; what waits for the parent needs places, which are kept. */
  private static double bytesOfAnOwnPost(Runspace runspace) throws InterruptedException {
    double least = Double.MAX_VALUE;
    for (int round = 0; round < 3 * ROUNDS; round++) {
      long bytes =
          runspace.invoke(
              context -> {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < BATCH; i++) {
                  runspace.bus().post(Tick.TICK);
                }
                return THREADS.getCurrentThreadAllocatedBytes() - before;
              });
      least = Math.min(least, bytes / (double) BATCH);
    }
    return least;
  }

  @Test
  void aScriptWhoseStreamsNobodyReadsTakesThreeQuartersOfAKilobyte() throws Exception {
    try (Runspace runspace = Runspaces.builder("counted").threads(ThreadPolicy.REUSE).open()) {
      double perScript = Double.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        long before = allocatedByBoth(runspace);
        for (int i = 0; i < SCRIPTS; i++) {
          Object unused = runspace.invoke(context -> Tick.TICK);
        }
        perScript = Math.min(perScript, (allocatedByBoth(runspace) - before) / (double) SCRIPTS);
      }

      assertThat(perScript).as("bytes").isLessThan(768);
    }
  }

  @Test
  void aBurstWakesABusyRunspaceNotOnce() throws Exception {
    try (Runspace runspace = Runspaces.builder("counted").threads(ThreadPolicy.REUSE).open()) {
      var counter = new CountsTicks();
      runspace.bus().register(counter);
      Thread itsThread = runspace.invoke(context -> Thread.currentThread());
      var entered = new Gate();
      var gate = new Gate();
      Invocation<?> busy =
          runspace.begin(
              Script.action(
                  context -> {
                    entered.open();
                    gate.pass();
                  }));
      entered.pass();
      long before = waits(itsThread);

      for (int i = 0; i < EVENTS; i++) {
        runspace.bus().post(Tick.TICK);
      }
      gate.open();
      busy.await(Duration.ofSeconds(10));
      eventually(() -> assertThat(counter.count).isEqualTo(EVENTS));

      // Once it leaves the gate, and perhaps it rests between the script and the first event.
      assertThat(waits(itsThread) - before).as("times it has slept").isLessThanOrEqualTo(3);
    }
  }

  @Test
  void anIdleRunspaceWithoutAThreadKeepsOneAndAHalfKilobytes() throws Exception {
    int many = 5_000;
    open(100).forEach(Runspace::close);
    long before = UsedHeap.bytes();
    List<Runspace> opened = open(many);
    try {
      double each = (UsedHeap.bytes() - before) / (double) many;

      assertThat(each).as("bytes").isLessThan(1_536);
    } finally {
      opened.forEach(Runspace::close);
    }
  }

  private static List<Runspace> open(int many) {
    var opened = new ArrayList<Runspace>(many);
    for (int i = 0; i < many; i++) {
      opened.add(Runspaces.builder("idle").threads(ThreadPolicy.POOLED).open());
    }
    return opened;
  }

  /**
   * Posts a batch at a time to a runspace that is busy: one that is not may wake up for each event
   * and sleep again, if the machine says so.
   */
  private static void post(Runspace runspace, CountsTicks counter) throws InterruptedException {
    long expected = counter.count;
    for (int batch = 0; batch < EVENTS / BATCH; batch++) {
      var gate = new Gate();
      gate.holdUp(runspace);
      for (int i = 0; i < BATCH; i++) {
        runspace.bus().post(Tick.TICK);
      }
      gate.open();
      expected += BATCH;
      long deadline = System.nanoTime() + MOST_NANOS;
      while (counter.count < expected) {
        LockSupport.parkNanos(10_000); // a wait in which nothing is allocated
        if (System.nanoTime() > deadline) {
          throw new AssertionError((expected - counter.count) + " events are lost or late");
        }
      }
    }
  }

  private static long allocatedByBoth(Runspace runspace) throws Exception {
    Thread itsThread = runspace.invoke(context -> Thread.currentThread());
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId())
        + THREADS.getThreadAllocatedBytes(itsThread.getId());
  }

  private static long waits(Thread thread) {
    return THREADS.getThreadInfo(thread.getId()).getWaitedCount();
  }

  private enum Tick {
    TICK
  }

  /** Counts; only the runspace's thread writes. */
  static final class CountsTicks {
    private volatile long count;

    @Subscribe
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread
    public void on(Tick tick) {
      count++;
    }
  }
}
