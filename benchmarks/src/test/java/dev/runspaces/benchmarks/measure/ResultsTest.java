package dev.runspaces.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final Series SLOW = new Series("work", 1, "slow");
  private static final Series FAST = new Series("work", 1, "fast");

  @Test
  void quartilesAreBetweenTheNumbers() {
    assertThat(Quartiles.of(List.of(5.0, 1.0, 2.0, 4.0))).isEqualTo(new Quartiles(1.75, 3, 4.25));
  }

  @Test
  void quartilesOfOneAreThatOne() {
    assertThat(Quartiles.of(List.of(7.0))).isEqualTo(new Quartiles(7, 7, 7));
  }

  @Test
  void quartilesPassOverWhatWasNotMeasured() {
    assertThat(Quartiles.of(List.of(Double.NaN, 3.0))).isEqualTo(new Quartiles(3, 3, 3));
    assertThat(Quartiles.of(List.of()).median()).isNaN();
  }

  @Test
  void ratiosAreOfTheSameRound() {
    var results =
        new Results(
            List.of(
                // A machine that is ten times as slow in one round changes no ratio.
                sample("slow", 0, 30, Faults.NONE),
                sample("fast", 0, 10, Faults.NONE),
                sample("fast", 1, 100, Faults.NONE),
                sample("slow", 1, 300, Faults.NONE),
                sample("slow", 2, 1, Faults.NONE)));
    assertThat(results.ratio(SLOW, FAST)).isEqualTo(new Quartiles(3, 3, 3));
  }

  @Test
  void faultsAddUp() {
    var results =
        new Results(
            List.of(
                sample("slow", 0, 1, new Faults(1, 0, 2)),
                sample("slow", 1, 1, new Faults(0, 3, 2))));
    assertThat(results.faults(SLOW)).isEqualTo(new Faults(1, 3, 4));
    assertThat(results.faults(FAST)).isEqualTo(Faults.NONE);
  }

  @Test
  void linesAreReadAsTheyWereWritten() {
    Sample sample = sample("a, b", 4, 12.5, new Faults(1, 2, 3));
    assertThat(Sample.ofLine(sample.toLine())).isEqualTo(sample);
  }

  private static Sample sample(String contestant, int round, double nanos, Faults faults) {
    return new Sample(
        "work", 1, contestant, 0, round, new Measurement(nanos, 2, Double.NaN, faults));
  }
}
