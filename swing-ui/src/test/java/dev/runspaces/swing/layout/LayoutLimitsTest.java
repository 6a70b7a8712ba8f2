package dev.runspaces.swing.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large a layout may be: each limit is reached, and then passed by one. */
class LayoutLimitsTest {

  private static LayoutElement root(String text) {
    LayoutDocument document = LayoutReader.read("a.xml", text);
    assertThat(document.problems()).isEmpty();
    return document.root();
  }

  @Test
  void aHundredLevelsAreEnough() {
    assertThat(root("<A>".repeat(100) + "</A>".repeat(100)).tag()).isEqualTo("A");
    assertRefused("<A>".repeat(101) + "</A>".repeat(101), "nested more than 100 deep");
  }

  @Test
  void depthDoesNotUseTheStack() {
    assertRefused("<A>".repeat(300_000), "nested more than 100 deep");
  }

  @Test
  void tenThousandElementsAreEnough() {
    assertThat(root("<A>" + "<B/>".repeat(9_999) + "</A>").children()).hasSize(9_999);
    assertRefused("<A>" + "<B/>".repeat(10_000) + "</A>", "more than 10000 elements");
  }

  @Test
  void twoHundredAttributesAreEnough() {
    assertThat(root("<A" + attributes(200) + "/>").attributes()).hasSize(200);
    assertRefused("<A" + attributes(201) + "/>", "<A> has more than 200 attributes");
  }

  @Test
  void sixtyFourKiloCharactersAreEnoughForAValue() {
    assertThat(root("<A b='" + "a".repeat(65_536) + "'/>").attribute("b")).isPresent();
    assertRefused("<A b='" + "a".repeat(65_537) + "'/>", "longer than 65536 characters");
  }

  @Test
  void oneMegabyteIsEnoughForALayout(@TempDir Path folder) throws IOException {
    String largest = "<A/>" + " ".repeat((1 << 20) - 4);
    assertThat(root(largest).tag()).isEqualTo("A");
    assertRefused(largest + " ", "larger than 1 MiB");

    Path file = Files.writeString(folder.resolve("large.xml"), largest + " ");
    assertThatExceptionOfType(LayoutException.class)
        .isThrownBy(() -> LayoutReader.read(file))
        .withMessage("large.xml:1:1: the layout is larger than 1 MiB");
  }

  private static String attributes(int count) {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      attributes.append(" a").append(i).append("=''");
    }
    return attributes.toString();
  }

  private static void assertRefused(String text, String why) {
    assertThatExceptionOfType(LayoutException.class)
        .isThrownBy(() -> LayoutReader.read("a.xml", text))
        .withMessageContaining(why)
        .satisfies(e -> assertThat(e.problems()).hasSize(1));
  }

  @Test
  void codeCanSayOtherLimits() {
    LayoutLimits small = new LayoutLimits(60, 2, 3, 2, 5, 0, 1);

    assertThat(LayoutReader.read("a.xml", "<A b='12345' c=''><B/><B/></A>", small).root().tag())
        .isEqualTo("A");
    assertRefused("<A><B><C/></B></A>", small, "nested more than 2 deep");
    assertRefused("<A><B/><B/><B/></A>", small, "more than 3 elements");
    assertRefused("<A a='' b='' c=''/>", small, "<A> has more than 2 attributes");
    assertRefused("<A a='123456'/>", small, "longer than 5 characters");
    assertRefused("<A/>" + " ".repeat(57), small, "larger than 60 characters");
  }

  @Test
  void nonsenseIsNoLimit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayoutLimits.STANDARD.depth(1_001))
        .withMessageContaining("of the depth at most 1000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayoutLimits.STANDARD.grid(1_001))
        .withMessageContaining("of the grid at most 1000");
    assertThatIllegalArgumentException().isThrownBy(() -> LayoutLimits.STANDARD.grid(0));
    assertThatIllegalArgumentException().isThrownBy(() -> LayoutLimits.STANDARD.elements(0));
    assertThatIllegalArgumentException().isThrownBy(() -> LayoutLimits.STANDARD.includes(-1));
  }

  private static void assertRefused(String text, LayoutLimits limits, String message) {
    assertThatExceptionOfType(LayoutException.class)
        .isThrownBy(() -> LayoutReader.read("a.xml", text, limits))
        .withMessageContaining(message);
  }
}
