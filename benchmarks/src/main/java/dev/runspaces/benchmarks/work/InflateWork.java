package dev.runspaces.benchmarks.work;

import dev.runspaces.benchmarks.form.Forms;
import dev.runspaces.benchmarks.form.Peer;
import dev.runspaces.benchmarks.measure.Allocation;
import dev.runspaces.benchmarks.measure.Faults;
import dev.runspaces.benchmarks.measure.Measurement;
import dev.runspaces.swing.window.Theme;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;

/** Building a form on the EDT, from text or by hand, without showing it. */
record InflateWork() implements Work {
  /** How many components are built in a round, by whoever. */
  private static final int PER_ROUND = 6_000;

  @Override
  public String name() {
    return "inflate";
  }

  @Override
  public String title() {
    return "a form is built on the EDT, and not shown";
  }

  @Override
  public String reference() {
    return Forms.HAND;
  }

  @Override
  public List<Integer> sizes(Effort effort) {
    return effort == Effort.FULL ? List.of(1, 40, 1_000, 9_600) : List.of(1, 40);
  }

  @Override
  public String sizeOf() {
    return "components";
  }

  @Override
  public List<String> notes() {
    return Peer.notes();
  }

  @Override
  public int warmUpRounds(int size) {
    return 8;
  }

  @Override
  public int rounds(Effort effort) {
    return 2 * effort.rounds();
  }

  @Override
  public List<Entrant> open(int size, Effort effort) throws Exception {
    Forms.onEdt(
        () -> {
          Theme.LIGHT.install();
          return size;
        });
    int forms = formsOf(size);
    int expected =
        Forms.onEdt(() -> Forms.leavesOf(Forms.first(Forms.HAND, size).call().build()).size());
    var entrants = new ArrayList<Entrant>();
    (size > 1_000 ? Forms.ours(size) : Forms.all(size))
        .forEach(
            (contestant, form) ->
                entrants.add(
                    new Entrant(
                        contestant,
                        () ->
                            Forms.onEdt(
                                () -> measure(form::build, forms, InflateWork::count, expected)),
                        () -> {})));
    return entrants;
  }

  private static int count(Container form) {
    return Forms.leavesOf(form).size();
  }

  /** What is built is counted once a round: a form with fewer components is no form. */
  static <T> Measurement measure(Callable<T> form, int forms, ToIntFunction<T> count, int expected)
      throws Exception {
    long bytes = Allocation.ofLiveThreads();
    long start = System.nanoTime();
    for (int built = 1; built < forms; built++) {
      form.call();
    }
    T last = form.call();
    long nanos = System.nanoTime() - start;
    long allocated = Allocation.ofLiveThreads() - bytes;
    int lost = Math.abs(expected - count.applyAsInt(last));
    return Measurement.of(forms, nanos, allocated, new Faults(lost, 0, 0));
  }

  /** Returns how many forms of a size are built in a round. */
  static int formsOf(int size) {
    return Math.max(2, PER_ROUND / size / (size == 1 ? 10 : 1));
  }
}
