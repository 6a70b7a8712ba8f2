package dev.runspaces.swing.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read; what is refused, and in which words, is in {@link LayoutMessagesTest}. */
class LayoutReaderTest {

  private static LayoutElement root(String text) {
    LayoutDocument document = LayoutReader.read("a.xml", text);
    assertThat(document.problems()).isEmpty();
    return document.root();
  }

  @Nested
  class Trees {

    @Test
    void elementsKeepTheirOrderAndTheirChildren() {
      LayoutElement window =
          root("<Window><Panel><Label/><Button></Button></Panel><Table/></Window>");

      assertThat(window.children())
          .extracting(LayoutElement::tag)
          .containsExactly("Panel", "Table");
      assertThat(window.children().get(0).children())
          .extracting(LayoutElement::tag)
          .containsExactly("Label", "Button");
    }

    @Test
    void attributesKeepTheirOrder() {
      assertThat(root("<Button text=\"OK\" enabled='true'\n\tname = \"ok\" />").attributes())
          .extracting(LayoutAttribute::name, LayoutAttribute::value)
          .containsExactly(tuple("text", "OK"), tuple("enabled", "true"), tuple("name", "ok"));
    }

    @Test
    void anAttributeIsFoundByItsExactName() {
      LayoutElement button = root("<Button text='OK'/>");

      assertThat(button.attribute("text")).map(LayoutAttribute::value).contains("OK");
      assertThat(button.attribute("Text")).isEmpty();
    }

    @Test
    void commentsMayStandBeforeInsideAndAfterTheRoot() {
      LayoutElement window = root("<!-- <a> & b --><Window><!----><Label/></Window><!-- c -->\n");

      assertThat(window.children()).extracting(LayoutElement::tag).containsExactly("Label");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<?xml version='1.0'?>",
          "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\" ?>\n",
          "\uFEFF<?xml version='1.0' encoding='UTF-8'?>",
        })
    void anXmlDeclarationForUtf8IsAccepted(String declaration) {
      assertThat(root(declaration + "<Window/>").tag()).isEqualTo("Window");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_a", "a-b.c_1", "Größe", "名前", "a·b", "\uD835\uDC9C"})
    void namesMayBeWhatXmlAllows(String name) {
      assertThat(root("<" + name + " " + name + "='1'/>").attribute(name)).isPresent();
    }

    @Test
    void theListsOfADocumentCannotBeChanged() {
      LayoutDocument document = LayoutReader.read("a.xml", "<Window>text</Window>");

      assertThat(document.problems()).isUnmodifiable();
      assertThat(document.root().children()).isUnmodifiable();
      assertThat(document.root().attributes()).isUnmodifiable();
      assertThat(document.problems().get(0).hints()).isUnmodifiable();
    }
  }

  @Nested
  class Positions {

    @Test
    void anElementIsWhereItsTagStarts() {
      LayoutElement window = root("<!-- 1 -->\n  <Window>\n\t<Button/> <Label/>\n  </Window>");

      assertThat(window.location()).hasToString("a.xml:2:3");
      assertThat(window.children())
          .extracting(LayoutElement::location)
          .extracting(SourceLocation::toString)
          .containsExactly("a.xml:3:2", "a.xml:3:12");
    }

    @Test
    void anAttributeIsWhereItsNameStartsAndItsValueAfterTheQuote() {
      LayoutAttribute text = root("<Button\n    text = 'OK'/>").attributes().get(0);

      assertThat(text.location()).hasToString("a.xml:2:5");
      assertThat(text.valueLocation()).hasToString("a.xml:2:13");
    }

    @Test
    void columnsCountUtf16Units() {
      LayoutElement window = root("<Window title='\uD83D\uDE00é\t'><Label/></Window>");

      assertThat(window.children().get(0).location().column()).isEqualTo(22);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void everyKindOfLineBreakEndsOneLine(String lineBreak) {
      String text = "<Window>||  <Label|text='a|b'/>|</Window>".replace("|", lineBreak);

      LayoutElement label = root(text).children().get(0);

      assertThat(label.location()).hasToString("a.xml:3:3");
      assertThat(label.attributes().get(0).location()).hasToString("a.xml:4:1");
      assertThat(label.attributes().get(0).value()).isEqualTo("a b");
      assertThat(label.attributes().get(0).locationAt(2)).hasToString("a.xml:5:1");
    }

    @Test
    void aByteOrderMarkIsNoColumn() {
      assertThat(root("\uFEFF<Window/>").location()).hasToString("a.xml:1:1");
    }

    @Test
    void locationsSortByLineThenColumn() {
      LayoutElement window = root("<Window>\n <A/> <B/>\n</Window>");
      SourceLocation a = window.children().get(0).location();
      SourceLocation b = window.children().get(1).location();

      assertThat(window.location()).isLessThan(a);
      assertThat(a).isLessThan(b).isEqualByComparingTo(new SourceLocation("a.xml", 2, 2));
    }
  }

  @Nested
  class Namespace {

    @Test
    void ofLayoutsMayBeDeclaredOnTheRoot() {
      LayoutElement window = root("<Window xmlns='https://runspaces.dev/layout/1' title='a'/>");

      assertThat(window.attributes()).extracting(LayoutAttribute::name).containsExactly("title");
    }

    @Test
    void ofSchemasMayBeUsedOnTheRoot() {
      LayoutElement window =
          root(
              "<Window xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                  + " xsi:schemaLocation='https://runspaces.dev/layout/1 layout.xsd'/>");

      assertThat(window.attributes()).isEmpty();
    }

    @Test
    void prefixesAreProblemsAndTakenAway() {
      LayoutDocument document =
          LayoutReader.read("a.xml", "<Window><x:Label x:id='1' text='a'></x:Label></Window>");
      LayoutElement label = document.root().children().get(0);

      assertThat(document.problems()).hasSize(2);
      assertThat(label.tag()).isEqualTo("Label");
      assertThat(label.attributes()).extracting(LayoutAttribute::name).containsExactly("text");
    }
  }

  @Nested
  class GoingOn {

    @Test
    void afterProblemsInsideATagTheTreeIsWhole() {
      LayoutDocument document =
          LayoutReader.read(
              "a.xml",
              "<Window title=Press Me>stray<Button enabled text \"OK\"name='ok' name='x'/></Window>");
      LayoutElement button = document.root().children().get(0);

      assertThat(document.problems())
          .extracting(LayoutProblem::location)
          .extracting(SourceLocation::column)
          .containsExactly(15, 24, 37, 45, 54, 64);
      assertThat(document.root().attribute("title"))
          .map(LayoutAttribute::value)
          .contains("Press Me");
      assertThat(button.attributes())
          .extracting(LayoutAttribute::name, LayoutAttribute::value)
          .containsExactly(tuple("text", "OK"), tuple("name", "ok"));
    }

    @Test
    void endsWhereTheRestWouldBeAGuess() {
      assertThatExceptionOfType(LayoutException.class)
          .isThrownBy(() -> LayoutReader.read("a.xml", "<A b=1>\n<B></C>\n<D e=1/></A>"))
          .satisfies(
              e ->
                  assertThat(e.problems())
                      .extracting(LayoutProblem::location)
                      .extracting(SourceLocation::toString)
                      .containsExactly("a.xml:1:6", "a.xml:2:4"));
    }

    @Test
    void endsAfterAHundredProblems() {
      String text = "<Window>" + "<Label text=a/>".repeat(1000) + "</Window>";

      assertThatExceptionOfType(LayoutException.class)
          .isThrownBy(() -> LayoutReader.read("a.xml", text))
          .withMessageContaining("too many problems; what follows has not been read")
          .satisfies(e -> assertThat(e.problems()).hasSize(100));
    }
  }

  @Nested
  class Sources {
    private final Path folder;

    Sources(@TempDir Path folder) {
      this.folder = folder;
    }

    @Test
    void ofAFileIsItsName() throws IOException {
      Path file = Files.writeString(folder.resolve("größe.xml"), "<Window title='€'/>");

      LayoutDocument document = LayoutReader.read(file);

      assertThat(document.source()).isEqualTo("größe.xml");
      assertThat(document.root().location().source()).isEqualTo("größe.xml");
      assertThat(document.root().attribute("title")).map(LayoutAttribute::value).contains("€");
    }

    @Test
    void ofAUrlIsTheLastSegmentOfItsPath() throws IOException {
      Path file = Files.writeString(folder.resolve("press-me.xml"), "\uFEFF<Window/>");

      LayoutDocument document = LayoutReader.read(file.toUri().toURL());

      assertThat(document.root().location()).hasToString("press-me.xml:1:1");
    }

    @Test
    void thatCannotBeReadCauseAnIoException() {
      assertThatExceptionOfType(NoSuchFileException.class)
          .isThrownBy(() -> LayoutReader.read(folder.resolve("missing.xml")));
      assertThatExceptionOfType(FileNotFoundException.class)
          .isThrownBy(() -> LayoutReader.read(folder.resolve("missing.xml").toUri().toURL()));
    }

    @Test
    void thatAreNotUtf8AreRefusedAtTheWrongByte() throws IOException {
      Path file = folder.resolve("latin-1.xml");
      Files.write(file, "<A>\r\n<B c='é'/></A>".getBytes(StandardCharsets.ISO_8859_1));

      assertThatExceptionOfType(LayoutException.class)
          .isThrownBy(() -> LayoutReader.read(file))
          .withMessageStartingWith("latin-1.xml:2:7: the byte 0xE9 is not UTF-8");
    }

    @Test
    void mayBeTextWithoutAFile() {
      assertThat(LayoutReader.read("<inline>", "<Window/>").source()).isEqualTo("<inline>");
    }
  }
}
