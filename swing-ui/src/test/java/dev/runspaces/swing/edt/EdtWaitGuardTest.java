package dev.runspaces.swing.edt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.swing.testkit.OtherJvm;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the EDT from waiting, and leaves all other programs alone. */
class EdtWaitGuardTest {
  private final EdtWaitGuard guard = new EdtWaitGuard();

  @Test
  void forbidsTheEdtToWait() throws InterruptedException {
    assertThat(Edt.<Boolean>call(guard::forbidsWaiting)).isTrue();
  }

  @Test
  void letsOtherThreadsWait() {
    assertThat(guard.forbidsWaiting()).isFalse();
  }

  @Test
  void startsNoWindowSystemInAProgramWithoutWindows() throws Exception {
    OtherJvm.Result result =
        OtherJvm.run(
            Duration.ofSeconds(60),
            List.of("-XX:TieredStopAtLevel=1", "-Djava.awt.headless=false"),
            WithoutDisplay.class);
    assertThat(result.output().lines().filter(line -> !line.startsWith("SLF4J")))
        .containsExactly("done without windows");
    assertThat(result.exitCode()).isZero();
  }
}
