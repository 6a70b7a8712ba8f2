package dev.runspaces.swing.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {
  private static final Set<String> TAGS =
      Set.of("Button", "Label", "TextField", "TextArea", "Table", "Tabs", "Tab", "Tree", "Box");

  @ParameterizedTest
  @CsvSource({
    "Buton, Button", // one letter too few
    "Buttton, Button", // too many
    "Buttom, Button", // wrong
    "Butotn, Button", // swapped
    "Btuotn, Button", // swapped twice
    "button, Button",
    "TEXTFIELD, TextField",
    "textfeild, TextField",
  })
  void slipsAreForgiven(String wrong, String right) {
    assertThat(NearestNames.of(wrong, TAGS)).containsExactly(right);
  }

  @ParameterizedTest
  @CsvSource({"Slider", "Buttonnnn", "Utn", "''"})
  void whatIsFurtherAwayIsNoGuess(String wrong) {
    assertThat(NearestNames.of(wrong, TAGS)).isEmpty();
  }

  @Test
  void shortWordsAreForgivenOneSlip() {
    assertThat(NearestNames.of("Bxo", TAGS)).containsExactly("Box");
    assertThat(NearestNames.of("Bow", Set.of("Box", "Cow", "Bat"))).containsExactly("Box", "Cow");
  }

  @Test
  void theNearestComesFirst() {
    assertThat(NearestNames.of("Tabs", List.of("Tree", "Tab", "Tabs", "Table")))
        .containsExactly("Tabs", "Tab", "Table");
  }

  @Test
  void sameNameInAnotherCaseComesBeforeOthers() {
    assertThat(NearestNames.of("TAB", List.of("Tabs", "Tub", "Tab")))
        .containsExactly("Tab", "Tabs", "Tub");
  }

  @Test
  void equallyNearNamesAreSorted() {
    assertThat(NearestNames.of("cat", List.of("hat", "bat", "rat", "cat2"))).isSorted().hasSize(3);
  }

  @Test
  void thereAreThreeAtMost() {
    assertThat(NearestNames.of("aaaa", List.of("aaab", "aaac", "aaad", "aaae")))
        .containsExactly("aaab", "aaac", "aaad");
  }

  @Test
  void aNameIsGuessedOnce() {
    assertThat(NearestNames.of("text", List.of("test", "test"))).containsExactly("test");
  }

  @Test
  void aVeryLongNameIsNearNothing() {
    assertThat(NearestNames.of("a".repeat(1_000_000), TAGS)).isEmpty();
  }
}
