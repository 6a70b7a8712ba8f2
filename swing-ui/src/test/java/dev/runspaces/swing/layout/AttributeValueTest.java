package dev.runspaces.swing.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an attribute's value between the file and the document. */
class AttributeValueTest {

  private static LayoutAttribute attribute(String written) {
    LayoutDocument document = LayoutReader.read("a.xml", "<Label text=" + written + "/>");
    assertThat(document.problems()).isEmpty();
    return document.root().attributes().get(0);
  }

  private static String value(String written) {
    return attribute('"' + written + '"').value();
  }

  @Nested
  class Values {

    @Test
    void mayHaveTheOtherQuote() {
      assertThat(attribute("\"it's\"").value()).isEqualTo("it's");
      assertThat(attribute("'say \"hi\"'").value()).isEqualTo("say \"hi\"");
    }

    @Test
    void mayBeEmpty() {
      assertThat(attribute("''").value()).isEmpty();
    }

    @Test
    void mayHaveGreaterThan() {
      assertThat(value("a > b")).isEqualTo("a > b");
    }

    @Test
    void haveSpacesForTabsAndLineBreaks() {
      assertThat(value("a\tb\nc\r\nd\re")).isEqualTo("a b c d e");
    }

    @Test
    void keepTabsAndLineBreaksThatAreReferences() {
      assertThat(value("a&#9;b&#10;c&#xD;d")).isEqualTo("a\tb\nc\rd");
    }

    @Test
    void keepTheirSpaces() {
      assertThat(value("  a  ")).isEqualTo("  a  ");
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        value = {
          "&amp;, &",
          "&lt;, <",
          "&gt;, >",
          "&quot;, \"",
          "&apos;, '",
          "&#65;, A",
          "&#x41;, A",
          "&#x20aC;, €",
          "&#00065;, A",
          "&#x1F600;, 😀",
          "&amp;lt;, &lt;",
        })
    void haveCharactersForReferences(String written, String character) {
      assertThat(value(written)).isEqualTo(character);
      assertThat(value("a" + written + "b")).isEqualTo("a" + character + "b");
    }

    @Test
    void rememberHowTheyAreWritten() {
      assertThat(attribute("'a &amp; b'").written()).isEqualTo("a &amp; b");
    }

    @Test
    void stayAsTheyAreWhereAReferenceIsWrong() {
      LayoutDocument document = LayoutReader.read("a.xml", "<Label text='a & &nbsp; &#0; b'/>");

      assertThat(document.problems()).hasSize(3);
      assertThat(document.root().attributes().get(0).value()).isEqualTo("a & &nbsp; &#0; b");
    }
  }

  @Nested
  class PlacesInsideAValue {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            abc          | 0 | 14
            abc          | 2 | 16
            a&amp;b&#x41;c | 1 | 15
            a&amp;b&#x41;c | 2 | 20
            a&amp;b&#x41;c | 4 | 27
            &#x1F600;c   | 2 | 23
            &#x1F600;c   | 1 | 23
            """)
    void areExactBehindReferencesToo(String written, int offset, int column) {
      assertThat(attribute('"' + written + '"').locationAt(offset).column()).isEqualTo(column);
    }

    @Test
    void areOnTheirOwnLines() {
      LayoutAttribute columns = attribute("'[right]\r\n  [grow]\n'");

      assertThat(columns.value()).isEqualTo("[right]   [grow] ");
      assertThat(columns.locationAt(10)).hasToString("a.xml:2:3");
    }

    @Test
    void endWithTheValue() {
      assertThat(attribute("'abc'").locationAt(99)).hasToString("a.xml:1:17");
      assertThat(attribute("'abc'").locationAt(-1)).hasToString("a.xml:1:14");
      assertThat(attribute("''").locationAt(1)).hasToString("a.xml:1:14");
    }
  }
}
