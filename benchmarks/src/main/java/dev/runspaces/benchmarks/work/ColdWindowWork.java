package dev.runspaces.benchmarks.work;

import dev.runspaces.benchmarks.form.ColdWindow;
import dev.runspaces.benchmarks.form.Forms;
import dev.runspaces.benchmarks.measure.Faults;
import dev.runspaces.benchmarks.measure.Measurement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The first form of a new JVM, from the look and feel to its last component. */
record ColdWindowWork() implements Work {
  @Override
  public String name() {
    return "cold-window";
  }

  @Override
  public String title() {
    return "the first form of a new JVM, with the look and feel";
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
  public int warmUpRounds(int size) {
    return 1;
  }

  @Override
  public List<Entrant> open(int size, Effort effort) {
    var entrants = new ArrayList<Entrant>();
    for (String contestant : List.of(Forms.HAND, Forms.READ)) {
      entrants.add(new Entrant(contestant, () -> measure(contestant, size), () -> {}));
    }
    return entrants;
  }

  private static Measurement measure(String contestant, int size)
      throws IOException, InterruptedException {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                ColdWindow.class.getName(),
                contestant,
                Integer.toString(size))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (!jvm.waitFor(1, TimeUnit.MINUTES) || jvm.exitValue() != 0) {
      jvm.destroyForcibly();
      throw new IllegalStateException(contestant + " has built nothing");
    }
    return new Measurement(Double.parseDouble(said), Double.NaN, Double.NaN, Faults.NONE);
  }
}
