package dev.runspaces.benchmarks.work;

import dev.runspaces.benchmarks.contestant.Channel;
import dev.runspaces.benchmarks.contestant.Publisher;
import dev.runspaces.benchmarks.measure.Allocation;
import dev.runspaces.benchmarks.measure.ArrivalCheck;
import dev.runspaces.benchmarks.measure.Faults;
import dev.runspaces.benchmarks.measure.Measurement;
import dev.runspaces.benchmarks.measure.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Many messages in a row, timed from the first to the last arrival. */
final class Bursts {
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** How many messages a channel has seen before the clock starts. */
  private static final int FIRST_STEPS = 100;

  private Bursts() {}

  /** Publishes on the calling thread. */
  static Measurement published(Publisher publisher, List<ArrivalCheck> checks, Message[] messages)
      throws InterruptedException {
    checks.forEach(check -> check.begin(1, messages.length));
    long bytes = Allocation.ofLiveThreads();
    long start = System.nanoTime();
    publisher.publish(messages);
    long nanos = System.nanoTime() - start;
    long allocated = Allocation.ofLiveThreads() - bytes;
    Faults faults = checks.stream().map(ArrivalCheck::faults).reduce(Faults.NONE, Faults::plus);
    return Measurement.of(messages.length, nanos, allocated, faults);
  }

  /** Sends from several threads at once. */
  static Measurement sent(Channel.Factory factory, Message[][] messages)
      throws InterruptedException {
    var check = new ArrivalCheck();
    try (Channel channel = factory.open(messages.length, check)) {
      check.begin(1, FIRST_STEPS);
      send(channel, Message.series(0, FIRST_STEPS));
      boolean unused = check.await(PATIENCE);
      check.begin(messages.length, messages[0].length);
      return sent(channel, messages, check);
    }
  }

  private static Measurement sent(Channel channel, Message[][] messages, ArrivalCheck check)
      throws InterruptedException {
    var ready = new CountDownLatch(messages.length);
    var go = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    for (Message[] series : messages) {
      var sender =
          new Thread(
              () -> {
                ready.countDown();
                await(go);
                send(channel, series);
                // Alive until it has been asked what it has allocated.
                await(over);
              },
              "sender");
      sender.setDaemon(true);
      sender.start();
    }
    await(ready);
    long bytes = Allocation.ofLiveThreads();
    long start = System.nanoTime();
    go.countDown();
    boolean unused = check.await(PATIENCE);
    long nanos = System.nanoTime() - start;
    long allocated = Allocation.ofLiveThreads() - bytes;
    over.countDown();
    int count = messages.length * messages[0].length;
    return Measurement.of(count, nanos, allocated, check.faults());
  }

  static void send(Channel channel, Message[] messages) {
    for (Message message : messages) {
      channel.send(message);
    }
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IllegalStateException("nothing happens");
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
