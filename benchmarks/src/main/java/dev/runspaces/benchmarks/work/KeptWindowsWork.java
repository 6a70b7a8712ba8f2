package dev.runspaces.benchmarks.work;

import dev.runspaces.benchmarks.form.Forms;
import dev.runspaces.benchmarks.form.Forms.Form;
import dev.runspaces.benchmarks.measure.Allocation;
import dev.runspaces.benchmarks.measure.Faults;
import dev.runspaces.benchmarks.measure.Measurement;
import dev.runspaces.swing.window.Theme;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;

/** Forms that are kept: what each of them takes of the memory. */
record KeptWindowsWork() implements Work {
  private static final int FORMS = 300;

  @Override
  public String name() {
    return "kept-windows";
  }

  @Override
  public String title() {
    return "forms that are built and kept; bytes that each keeps";
  }

  @Override
  public String reference() {
    return Forms.HAND;
  }

  @Override
  public List<Integer> sizes(Effort effort) {
    return List.of(1, 40);
  }

  @Override
  public String sizeOf() {
    return "components";
  }

  @Override
  public List<Entrant> open(int size, Effort effort) throws Exception {
    Forms.onEdt(
        () -> {
          Theme.LIGHT.install();
          return size;
        });
    var entrants = new ArrayList<Entrant>();
    Forms.ours(size)
        .forEach(
            (contestant, form) ->
                entrants.add(
                    new Entrant(contestant, () -> Forms.onEdt(() -> measure(form)), () -> {})));
    return entrants;
  }

  private static Measurement measure(Form form) throws Exception {
    var kept = new ArrayList<Container>(FORMS);
    long before = Allocation.retained();
    long start = System.nanoTime();
    for (int count = 0; count < FORMS; count++) {
      kept.add(form.build());
    }
    long nanos = System.nanoTime() - start;
    long bytes = Allocation.retained() - before;
    int lost = FORMS - kept.size(); // also keeps them until here
    return Measurement.of(FORMS, nanos, bytes, new Faults(lost, 0, 0));
  }
}
