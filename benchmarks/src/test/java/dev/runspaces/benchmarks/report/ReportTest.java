package dev.runspaces.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.benchmarks.contestant.Publishers;
import dev.runspaces.benchmarks.form.FxForms;
import dev.runspaces.benchmarks.measure.Faults;
import dev.runspaces.benchmarks.measure.Measurement;
import dev.runspaces.benchmarks.measure.Results;
import dev.runspaces.benchmarks.measure.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path folder;

  @Test
  void saysWhatIsReachedAndWhatIsMissed() throws IOException {
    assertThat(page(sample("publish", 1, Publishers.ANNOTATED, 10), guava(1, 300)))
        .contains(
            "| runspace, @Subscribe, times as fast as Guava EventBus (publish, 1) | at least 25.0 |"
                + " 30.0 (30.0 to 30.0) | reached |")
        .contains("| not measured |");
    assertThat(page(sample("publish", 1, Publishers.ANNOTATED, 20), guava(1, 300)))
        .contains("15.0 (15.0 to 15.0) | **missed** |");
  }

  @Test
  void tablesHaveTheFastestFirst() throws IOException {
    assertThat(page(guava(1, 300), sample("publish", 1, Publishers.ANNOTATED, 1_500)))
        .containsSubsequence(
            "| subscribers: 1 | one operation (quartiles) | time of Guava EventBus = 1 |",
            "| Guava EventBus | 300 ns (300 ns to 300 ns) | 1.00 | 0.00 | – | none |",
            "| runspace, @Subscribe | 1.50 µs (1.50 µs to 1.50 µs) | 5.00 | 0.00 | – | none |");
  }

  @Test
  void faultsStandBesideTheSpeed() throws IOException {
    var measurement = new Measurement(5, 0, Double.NaN, new Faults(1, 0, 2));
    assertThat(page(new Sample("publish", 1, Publishers.GUAVA, 0, 0, measurement)))
        .contains("1 lost, 0 doubled, 2 reordered");
  }

  @Test
  void whatPeersLeaveOutStandsAboveTheirTimes() throws IOException {
    assertThat(page(sample("inflate", 40, "Sierra", 10)))
        .containsSubsequence(
            "## inflate: ", "- Sierra lacks, or has in its own way: a root pane,", "| Sierra |");
  }

  @Test
  void fxmlIsComparedWithJavaFxByHand() throws IOException {
    assertThat(
            page(
                sample("inflate-javafx", 40, FxForms.HAND, 100),
                sample("inflate-javafx", 40, FxForms.FXML, 300)))
        .contains("| time of JavaFX, by hand = 1 |")
        .contains("| FXML | 300 ns (300 ns to 300 ns) | 3.00 |");
  }

  @Test
  void programsCanReadIt() throws IOException {
    String unused = page(guava(1, 300));
    assertThat(folder.resolve("results.csv"))
        .hasContent(
            ResultTable.CSV_HEADER
                + "\npublish;1;Guava EventBus;1;300.0;300.0;300.0;1.0000;0.0;NaN;0;0;0");
  }

  @Test
  void curvesAreDrawn() throws IOException {
    Sample[] curve = {
      curve(1, 100), curve(10, 1_000), curve(100, 10_000),
    };
    assertThat(page(curve)).contains("![subscribers](subscribers.svg)");
    assertThat(Files.readString(folder.resolve("subscribers.svg"))).contains("<svg", "Guava");
  }

  private String page(Sample... samples) throws IOException {
    Report.write(new Results(List.of(samples)), "./benchmark", folder);
    return Files.readString(folder.resolve("results.md"));
  }

  private static Sample guava(int subscribers, double nanos) {
    return sample("publish", subscribers, Publishers.GUAVA, nanos);
  }

  private static Sample curve(int subscribers, double nanos) {
    return sample("subscribers", subscribers, Publishers.GUAVA, nanos);
  }

  private static Sample sample(String work, int size, String contestant, double nanos) {
    return new Sample(
        work, size, contestant, 0, 0, new Measurement(nanos, 0, Double.NaN, Faults.NONE));
  }
}
