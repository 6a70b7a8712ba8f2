package dev.runspaces.benchmarks.work;

import dev.runspaces.benchmarks.contestant.Channel;
import dev.runspaces.benchmarks.contestant.Channels;
import dev.runspaces.benchmarks.measure.ArrivalCheck;
import dev.runspaces.benchmarks.measure.Measurement;
import dev.runspaces.benchmarks.measure.Message;
import dev.runspaces.benchmarks.measure.Quartiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One message at a time to a thread that waits: until who sent it sees that it has arrived. */
record RoundTripWork() implements Work {
  /** Long enough that the receiver has gone to sleep, if it does. */
  private static final long PAUSE_NANOS = 50_000;

  @Override
  public String name() {
    return "round-trip";
  }

  @Override
  public String title() {
    return "round trip to a thread that waits, median (and 99 of 100)";
  }

  @Override
  public String reference() {
    return Channels.GUAVA;
  }

  @Override
  public List<Integer> sizes(Effort effort) {
    return List.of(1);
  }

  @Override
  public String sizeOf() {
    return "raising threads";
  }

  @Override
  public List<Entrant> open(int size, Effort effort) {
    Message[] messages = Message.series(0, effort.events() / 400);
    var entrants = new ArrayList<Entrant>();
    Channels.all()
        .forEach(
            (contestant, factory) ->
                entrants.add(new Entrant(contestant, () -> trips(factory, messages), () -> {})));
    return entrants;
  }

  private static Measurement trips(Channel.Factory factory, Message[] messages) {
    var check = new ArrivalCheck();
    check.begin(1, messages.length);
    double[] nanos = new double[messages.length];
    try (Channel channel = factory.open(1, check)) {
      for (Message message : messages) {
        spinFor(PAUSE_NANOS);
        nanos[message.sequence()] = trip(channel, message, check);
      }
    }
    Arrays.sort(nanos);
    return new Measurement(
        Quartiles.at(nanos, 0.5), Double.NaN, Quartiles.at(nanos, 0.99), check.faults());
  }

  private static long trip(Channel channel, Message message, ArrivalCheck check) {
    long start = System.nanoTime();
    channel.send(message);
    while (check.arrived() <= message.sequence()) {
      Thread.onSpinWait();
      if (System.nanoTime() - start > Bursts.PATIENCE.toNanos()) {
        throw new IllegalStateException("a message was lost");
      }
    }
    return System.nanoTime() - start;
  }

  private static void spinFor(long nanos) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
    }
  }
}
