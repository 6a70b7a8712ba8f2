package dev.runspaces.benchmarks.work;

import java.util.List;

/** All kinds of work, in the order in which they are reported. */
public final class Works {
  private Works() {}

  /** Returns all of them. */
  public static List<Work> all() {
    return List.of(
        new PublishWork("publish", false),
        new BridgeWork("bridge", false),
        new RoundTripWork(),
        new EdtWork(),
        new ScriptWork("life", true),
        new ScriptWork("script", false),
        new PublishWork("subscribers", true),
        new IdentifierWork(),
        new QueueWork(),
        new PopulationWork(),
        new BridgeWork("raisers", true),
        new InflateWork(),
        new InflateFxWork(),
        new ColdWindowWork(),
        new KeptWindowsWork());
  }

  /**
   * Returns one of them.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Work named(String name) {
    return all().stream()
        .filter(work -> work.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no work is called \""
                        + name
                        + "\"; there are "
                        + String.join(", ", all().stream().map(Work::name).toList())));
  }
}
