package dev.runspaces.benchmarks.work;

import dev.runspaces.benchmarks.contestant.Channel;
import dev.runspaces.benchmarks.contestant.Channels;
import dev.runspaces.benchmarks.measure.Allocation;
import dev.runspaces.benchmarks.measure.ArrivalCheck;
import dev.runspaces.benchmarks.measure.Faults;
import dev.runspaces.benchmarks.measure.Measurement;
import dev.runspaces.benchmarks.measure.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A queue that grows to a length while its receiver is held up, and is then emptied. */
record QueueWork() implements Work {
  private static final int MOST = 10_000_000;
  private static final int LEAST_EVENTS = 10_000;

  @Override
  public String name() {
    return "queue";
  }

  @Override
  public String title() {
    return "filling a queue while its receiver is held up, and emptying it";
  }

  @Override
  public String reference() {
    return Channels.GUAVA;
  }

  @Override
  public List<Integer> sizes(Effort effort) {
    return effort.powersOfTenTo(MOST);
  }

  @Override
  public String sizeOf() {
    return "waiting events";
  }

  @Override
  public int rounds(Effort effort) {
    return 3;
  }

  @Override
  public String heap() {
    return "8g";
  }

  @Override
  public List<Entrant> open(int size, Effort effort) {
    Message[] messages = Message.series(0, size);
    var entrants = new ArrayList<Entrant>();
    Channels.unbounded()
        .forEach(
            (contestant, factory) ->
                entrants.add(new Entrant(contestant, () -> fill(factory, messages), () -> {})));
    return entrants;
  }

  /** Holds up the first message until the gate is opened. */
  private static final class Gate implements Consumer<Message> {
    private final ArrivalCheck check;
    private volatile CountDownLatch closed = new CountDownLatch(1);

    Gate(ArrivalCheck check) {
      this.check = check;
    }

    @Override
    public void accept(Message message) {
      if (message.sequence() == 0) {
        Bursts.await(closed);
      }
      check.accept(message);
    }
  }

  private static Measurement fill(Channel.Factory factory, Message[] messages)
      throws InterruptedException {
    int times = Math.max(1, LEAST_EVENTS / messages.length);
    var check = new ArrivalCheck();
    var gate = new Gate(check);
    Faults faults = Faults.NONE;
    try (Channel channel = factory.open(1, gate)) {
      long bytes = Allocation.ofLiveThreads();
      long start = System.nanoTime();
      for (int time = 0; time < times; time++) {
        check.begin(1, messages.length);
        gate.closed = new CountDownLatch(1);
        Bursts.send(channel, messages);
        gate.closed.countDown();
        boolean unused = check.await(Bursts.PATIENCE);
        faults = faults.plus(check.faults());
      }
      long nanos = System.nanoTime() - start;
      long allocated = Allocation.ofLiveThreads() - bytes;
      return Measurement.of((long) times * messages.length, nanos, allocated, faults);
    }
  }
}
