package dev.runspaces.benchmarks.work;

import dev.runspaces.benchmarks.contestant.Named;
import dev.runspaces.benchmarks.contestant.Publisher;
import dev.runspaces.benchmarks.measure.ArrivalCheck;
import dev.runspaces.benchmarks.measure.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Publishing under many names, each of which has one subscriber. */
record IdentifierWork() implements Work {
  private static final int MOST = 100_000;

  @Override
  public String name() {
    return "identifiers";
  }

  @Override
  public String title() {
    return "publishing on the own thread, under many names with one subscriber each";
  }

  @Override
  public String reference() {
    return "PropertyChangeSupport";
  }

  @Override
  public List<Integer> sizes(Effort effort) {
    return effort.powersOfTenTo(MOST);
  }

  @Override
  public String sizeOf() {
    return "names";
  }

  @Override
  public int rounds(Effort effort) {
    return 3;
  }

  @Override
  public List<Entrant> open(int size, Effort effort) {
    List<String> names = IntStream.range(0, size).mapToObj(number -> "Event" + number).toList();
    int count = Math.max(200, Math.min(effort.events() / 10, 20_000_000 / size));
    Message[] messages = Message.series(0, count);
    var entrants = new ArrayList<Entrant>();
    Named.all()
        .forEach(
            (contestant, factory) -> {
              var check = new ArrivalCheck();
              Publisher publisher = factory.apply(names, check);
              entrants.add(
                  new Entrant(
                      contestant,
                      () -> Bursts.published(publisher, List.of(check), messages),
                      publisher));
            });
    return entrants;
  }
}
