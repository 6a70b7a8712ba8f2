package dev.runspaces.benchmarks.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.swing.window.Theme;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared must be the same; what is not the same must be said. */
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
  @ValueSource(ints = {1, 40, 80, 1_000, 9_600})
  void aLayoutBuildsTheFormThatIsWrittenByHand(int components) throws Exception {
    Map<String, Forms.Form> ours = Forms.ours(components);
    Structure byHand = structure(ours.get(Forms.HAND));
    assertThat(byHand.shown()).hasSize(components);
    assertThat(structure(ours.get(Forms.CACHED))).isEqualTo(byHand);
    assertThat(structure(ours.get(Forms.READ))).isEqualTo(byHand);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 80, 1_000})
  void aPeerShowsTheSameAndDiffersInWhatIsSaid(int components) throws Exception {
    Map<String, Forms.Form> all = Forms.all(components);
    Structure byHand = structure(all.get(Forms.HAND));
    assertThat(all.keySet())
        .containsAll(Forms.ours(components).keySet())
        .hasSize(3 + Peer.all().size());
    for (Peer peer : Peer.all()) {
      Structure built = structure(all.get(peer.name()));
      assertThat(built.shown()).as(peer.name()).isEqualTo(byHand.shown());
      if (components == 1) { // a button has no name, and nothing to be aligned with
        assertThat(peer.without()).as(peer.name()).containsAll(built.differencesFrom(byHand));
      } else {
        assertThat(built.differencesFrom(byHand)).as(peer.name()).isEqualTo(peer.without());
      }
    }
  }

  private static Structure structure(Forms.Form form) throws Exception {
    return Forms.onEdt(() -> Structure.of(form.build()));
  }
}
