package dev.runspaces.benchmarks.work;

import dev.runspaces.benchmarks.contestant.Flood;
import dev.runspaces.benchmarks.contestant.Floods;
import dev.runspaces.benchmarks.measure.ArrivalCheck;
import dev.runspaces.benchmarks.measure.Measurement;
import dev.runspaces.benchmarks.measure.Message;
import dev.runspaces.benchmarks.measure.Quartiles;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** A flood of events to the EDT, each of which sets a label, and what other events notice of it. */
record EdtWork() implements Work {
  @Override
  public String name() {
    return "edt";
  }

  @Override
  public String title() {
    return "events to the EDT, a label set for each (and 99 of 100 probes, posted every 10 ms)";
  }

  @Override
  public String reference() {
    return Floods.INVOKE_LATER;
  }

  @Override
  public List<Integer> sizes(Effort effort) {
    return List.of(effort == Effort.FULL ? 1_000_000 : 50_000);
  }

  @Override
  public String sizeOf() {
    return "events";
  }

  @Override
  public int rounds(Effort effort) {
    return 5;
  }

  @Override
  public List<Entrant> open(int size, Effort effort) {
    Message[] messages = Message.series(0, size);
    var entrants = new ArrayList<Entrant>();
    Floods.all()
        .forEach(
            (contestant, flood) ->
                entrants.add(new Entrant(contestant, () -> flood(flood, messages), () -> {})));
    return entrants;
  }

  private static Measurement flood(Flood flood, Message[] messages) throws Exception {
    var label = new JLabel();
    var panel = new JPanel();
    panel.add(label);
    var check = new ArrivalCheck();
    check.begin(1, messages.length);
    try (var probe = new EdtProbe()) {
      long start = System.nanoTime();
      AutoCloseable sender =
          flood.send(
              messages,
              message -> {
                label.setText("event " + message.sequence());
                check.accept(message);
              });
      boolean inTime = check.await(Bursts.PATIENCE);
      long nanos = System.nanoTime() - start;
      double[] waits = probe.sortedWaits();
      sender.close();
      return new Measurement(
          (double) nanos / messages.length,
          Double.NaN,
          inTime ? Quartiles.at(waits, 0.99) : Double.NaN,
          check.faults());
    }
  }
}
