package dev.runspaces.benchmarks.report;

import dev.runspaces.benchmarks.contestant.Channels;
import dev.runspaces.benchmarks.contestant.Floods;
import dev.runspaces.benchmarks.contestant.Publishers;
import dev.runspaces.benchmarks.contestant.Scripts;
import dev.runspaces.benchmarks.form.Forms;
import dev.runspaces.benchmarks.measure.Measurement;
import dev.runspaces.benchmarks.measure.Results;
import dev.runspaces.benchmarks.measure.Series;
import java.util.ArrayList;
import java.util.List;

/** What this library is to reach, compared with others in the same rounds. */
final class Targets {
  private static final double MICROSECOND = 1e3;
  private static final double MILLISECOND = 1e6;

  private Targets() {}

  static List<Target> all(Results results) {
    List<Target> all = new ArrayList<>(publishing());
    all.addAll(bridge());
    results.sizes("edt").forEach(events -> all.addAll(edt(events)));
    all.addAll(scripts());
    all.addAll(memory());
    all.addAll(windows(results));
    return all;
  }

  private static List<Target> publishing() {
    Series annotated = new Series("publish", 1, Publishers.ANNOTATED);
    Series ten = new Series("publish", 10, Publishers.ANNOTATED);
    return List.of(
        Target.faster(annotated, new Series("publish", 1, Publishers.GUAVA), 25),
        // Who else allocates in the JVM, now and then, is counted as well.
        Target.atMost(annotated, "bytes for an event", Measurement::bytes, 0.5, " B"),
        Target.faster(ten, new Series("publish", 10, Publishers.GUAVA), 12),
        Target.within(new Series("publish", 1, Publishers.TYPED), annotated, 1.05),
        Target.within(new Series("publish", 1, Publishers.NAMED), annotated, 1.05));
  }

  private static List<Target> bridge() {
    Series one = new Series("bridge", 1, Channels.RUNSPACE);
    Series four = new Series("bridge", 4, Channels.RUNSPACE);
    Series trip = new Series("round-trip", 1, Channels.RUNSPACE);
    return List.of(
        Target.faster(one, new Series("bridge", 1, Channels.GUAVA), 9),
        Target.faster(one, new Series("bridge", 1, Channels.BLOCKING), 1),
        Target.faster(one, new Series("bridge", 1, Channels.YIELDING), 1),
        Target.faster(four, new Series("bridge", 4, Channels.GUAVA), 6.5),
        Target.faster(four, new Series("bridge", 4, Channels.RXJAVA), 1),
        Target.faster(four, new Series("bridge", 4, Channels.BLOCKING), 1),
        Target.faster(four, new Series("bridge", 4, Channels.YIELDING), 1),
        Target.within(four, new Series("bridge", 4, Channels.BARE), 1.25),
        Target.within(trip, new Series("round-trip", 1, Channels.GUAVA), 1),
        Target.atMost(
            new Series("round-trip", 1, Channels.SPINNING),
            "round trip, half of them",
            each -> each.nanos() / MICROSECOND,
            1,
            " µs"));
  }

  private static List<Target> edt(int events) {
    Series own = new Series("edt", events, Floods.RUNSPACE);
    return List.of(
        Target.within(own, new Series("edt", events, Floods.INVOKE_LATER), 0.25),
        Target.within(own, new Series("edt", events, Floods.SWING_WORKER), 1.15),
        Target.atMost(own, "wait of a probe", each -> each.worst() / MILLISECOND, 12, " ms"));
  }

  private static List<Target> scripts() {
    Series cycle = new Series("life", 1, Scripts.EXECUTOR);
    Series call = new Series("script", 1, Scripts.EXECUTOR);
    Series reuse = new Series("script", 1, Scripts.REUSE);
    return List.of(
        Target.within(new Series("life", 1, Scripts.POOLED), cycle, 0.1),
        Target.within(new Series("life", 1, Scripts.REUSE), cycle, 0.8),
        Target.within(reuse, call, 1.2),
        new Target(
            reuse.contestant() + ", bytes compared with " + call.contestant() + " (script, 1)",
            results -> results.bytesRatio(reuse, call),
            1,
            false,
            ""));
  }

  private static List<Target> windows(Results results) {
    var all = new ArrayList<Target>();
    for (int size : results.sizes("inflate")) {
      Series byHand = new Series("inflate", size, Forms.HAND);
      all.add(Target.within(new Series("inflate", size, Forms.CACHED), byHand, 1.05));
      if (size == 40) {
        all.add(Target.within(new Series("inflate", size, Forms.READ), byHand, 1.3));
      }
    }
    Series button = new Series("cold-window", 1, Forms.READ);
    all.add(
        new Target(
            "one button, the first window of a JVM, beyond that by hand",
            found ->
                found
                    .difference(button, new Series("cold-window", 1, Forms.HAND))
                    .scaled(1 / MILLISECOND),
            15,
            false,
            " ms"));
    all.add(
        Target.within(
            new Series("cold-window", 40, Forms.READ),
            new Series("cold-window", 40, Forms.HAND),
            1.1));
    Series kept = new Series("kept-windows", 40, Forms.CACHED);
    all.add(
        new Target(
            kept.contestant() + ", bytes kept compared with those by hand (kept-windows, 40)",
            found -> found.bytesRatio(kept, new Series("kept-windows", 40, Forms.HAND)),
            1.1,
            false,
            ""));
    return all;
  }

  private static List<Target> memory() {
    return List.of(
        Target.atMost(
            new Series("population", 10_000, Scripts.POOLED),
            "bytes that an idle one keeps",
            Measurement::bytes,
            1_536,
            " B"),
        // Each may have as many as are left of 2 GB; where they do not fit, nothing is measured.
        Target.atMost(
            new Series("population", 1_000_000, Scripts.POOLED),
            "bytes that an idle one keeps, in 2 GB",
            Measurement::bytes,
            2_000,
            " B"));
  }
}
