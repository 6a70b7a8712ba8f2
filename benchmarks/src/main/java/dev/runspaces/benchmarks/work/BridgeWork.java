package dev.runspaces.benchmarks.work;

import dev.runspaces.benchmarks.contestant.Channel;
import dev.runspaces.benchmarks.contestant.Channels;
import dev.runspaces.benchmarks.measure.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** From some threads to another, end to end. */
record BridgeWork(String name, boolean growing) implements Work {

  /** Those whose growth is worth a curve. */
  private static final Set<String> CURVES =
      Set.of(Channels.RUNSPACE, Channels.CHILD, Channels.GUAVA, Channels.BARE, Channels.BLOCKING);

  @Override
  public String title() {
    return "from raising threads to the thread of the parent, end to end";
  }

  @Override
  public String reference() {
    return Channels.GUAVA;
  }

  @Override
  public List<Integer> sizes(Effort effort) {
    return growing ? List.of(1, 2, 4, 8, 16, 32, 64) : List.of(1, 4);
  }

  @Override
  public String sizeOf() {
    return "raising threads";
  }

  @Override
  public int rounds(Effort effort) {
    return growing ? 3 : effort.rounds();
  }

  @Override
  public List<Entrant> open(int size, Effort effort) {
    Message[][] messages =
        IntStream.range(0, size)
            .mapToObj(source -> Message.series(source, effort.events() / size))
            .toArray(Message[][]::new);
    var entrants = new ArrayList<Entrant>();
    for (Map.Entry<String, Channel.Factory> each : Channels.all().entrySet()) {
      if (!growing || CURVES.contains(each.getKey())) {
        entrants.add(
            new Entrant(each.getKey(), () -> Bursts.sent(each.getValue(), messages), () -> {}));
      }
    }
    return entrants;
  }
}
