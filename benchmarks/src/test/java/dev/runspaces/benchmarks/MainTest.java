package dev.runspaces.benchmarks;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What the command takes. */
class MainTest {

  @Test
  void anOptionThatThereIsNotIsRefusedBeforeAnythingIsMeasured() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Main.main(new String[] {"--help"}))
        .withMessage("--help is no option; those are --quick and --report, before names of works");
  }
}
