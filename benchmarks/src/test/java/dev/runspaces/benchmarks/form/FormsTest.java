package dev.runspaces.benchmarks.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.swing.window.Theme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared must be the same. */
class FormsTest {
  @BeforeEach
  void theme() throws Exception {
    Forms.onEdt(
        () -> {
          Theme.LIGHT.install();
          return true;
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 80})
  void everybodyBuildsTheSameForm(int components) throws Exception {
    Map<String, Forms.Form> all = Forms.all(components);
    List<String> byHand = Forms.onEdt(() -> Forms.textsOf(all.get(Forms.HAND).build()));
    assertThat(byHand).hasSize(components);
    assertThat(all).hasSizeGreaterThan(5);
    for (Map.Entry<String, Forms.Form> contestant : all.entrySet()) {
      List<String> built = Forms.onEdt(() -> Forms.textsOf(contestant.getValue().build()));
      assertThat(built).as(contestant.getKey()).isEqualTo(byHand);
    }
  }
}
