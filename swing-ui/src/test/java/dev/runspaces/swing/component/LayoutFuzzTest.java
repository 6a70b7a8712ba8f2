package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.swing.testkit.OtherJvm;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Random layouts end in a window or a {@code LayoutException}: never in another exception, a hang,
 * a connection, or more than 256 MB. Run it for longer with {@code -Dfuzz.seconds=3600}, and again
 * with {@code -Dfuzz.seed}.
 */
class LayoutFuzzTest {
  private static final long SECONDS = Long.getLong("fuzz.seconds", 5);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());

  @Test
  void everyLayoutIsAWindowOrALayoutException(TestReporter reporter) throws Exception {
    OtherJvm.Result result =
        OtherJvm.run(
            Duration.ofSeconds(SECONDS + 60),
            List.of("-Xmx256m", "-XX:+UseSerialGC"),
            LayoutFuzz.class,
            Long.toString(SEED),
            Long.toString(SECONDS));
    reporter.publishEntry(result.output()); // with the seed
    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(result.output()).contains(" windows, ").doesNotContain("FOUND");
  }
}
