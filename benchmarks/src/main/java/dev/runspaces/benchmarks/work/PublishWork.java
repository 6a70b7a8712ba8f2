package dev.runspaces.benchmarks.work;

import dev.runspaces.benchmarks.contestant.Publisher;
import dev.runspaces.benchmarks.contestant.Publishers;
import dev.runspaces.benchmarks.measure.ArrivalCheck;
import dev.runspaces.benchmarks.measure.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Telling subscribers on the thread that publishes. */
record PublishWork(String name, boolean growing) implements Work {
  private static final int FEW = 10;

  /** Those whose growth is worth a curve. */
  private static final Set<String> CURVES =
      Set.of(Publishers.ANNOTATED, Publishers.TYPED, Publishers.GUAVA);

  @Override
  public String title() {
    return "publishing on the own thread";
  }

  @Override
  public String reference() {
    return Publishers.GUAVA;
  }

  @Override
  public List<Integer> sizes(Effort effort) {
    return growing ? effort.powersOfTenTo(1_000) : List.of(1, FEW);
  }

  @Override
  public String sizeOf() {
    return "subscribers";
  }

  @Override
  public List<Entrant> open(int size, Effort effort) {
    Message[] messages =
        Message.series(0, Math.max(100, effort.events() / Math.max(1, size / FEW)));
    var entrants = new ArrayList<Entrant>();
    Publishers.all()
        .forEach(
            (contestant, factory) -> {
              if (!growing || CURVES.contains(contestant)) {
                List<ArrivalCheck> checks = Stream.generate(ArrivalCheck::new).limit(size).toList();
                Publisher publisher = factory.open(checks);
                entrants.add(
                    new Entrant(
                        contestant,
                        () -> Bursts.published(publisher, checks, messages),
                        publisher));
              }
            });
    return entrants;
  }
}
