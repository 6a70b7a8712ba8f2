package dev.runspaces.benchmarks.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.swing.window.Theme;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
  void aPeerShowsTheSame(int components) throws Exception {
    Map<String, Forms.Form> all = Forms.all(components);
    Structure byHand = structure(all.get(Forms.HAND));
    for (Peer peer : Peer.all()) {
      assertThat(structure(all.get(peer.name())).shown()).as(peer.name()).isEqualTo(byHand.shown());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 1_000})
  void aPeerDiffersInJustWhatIsSaid(int components) throws Exception {
    Map<String, Forms.Form> all = Forms.all(components);
    Structure byHand = structure(all.get(Forms.HAND));
    Map<String, Set<Trait>> said = new LinkedHashMap<>();
    Forms.ours(components).keySet().forEach(ours -> said.put(ours, EnumSet.noneOf(Trait.class)));
    Peer.all().forEach(peer -> said.put(peer.name(), peer.without()));
    Map<String, Set<Trait>> found = new LinkedHashMap<>();
    for (Map.Entry<String, Forms.Form> contestant : all.entrySet()) {
      found.put(contestant.getKey(), structure(contestant.getValue()).differencesFrom(byHand));
    }
    assertThat(found).isEqualTo(said);
  }

  private static Structure structure(Forms.Form form) throws Exception {
    return Forms.onEdt(() -> Structure.of(form.build()));
  }
}
