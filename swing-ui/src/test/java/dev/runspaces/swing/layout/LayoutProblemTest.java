package dev.runspaces.swing.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The words for problems with the meaning of elements and attributes. */
class LayoutProblemTest {
  private static final LayoutElement PANEL =
      LayoutReader.read(
              "press-me.xml",
              """
              <Panel>
                <Buton txet="OK" enabled="yes" name="ok"
                    columns="[right]&#32;[grow"/>
                <Label/>
              </Panel>
              """)
          .root();
  private static final LayoutElement BUTON = PANEL.children().get(0);
  private static final LayoutElement LABEL = PANEL.children().get(1);
  private static final LayoutAttribute TXET = BUTON.attributes().get(0);
  private static final LayoutAttribute ENABLED = BUTON.attributes().get(1);
  private static final LayoutAttribute NAME = BUTON.attributes().get(2);
  private static final LayoutAttribute COLUMNS = BUTON.attributes().get(3);

  @Nested
  class OfElements {

    @Test
    void unknownWithANameThatIsNear() {
      assertThat(LayoutProblem.unknownElement(BUTON, Set.of("Button", "Label")))
          .hasToString(
              """
              press-me.xml:2:3: unknown element <Buton>
                did you mean <Button>?""");
    }

    @Test
    void unknownWithSeveralNamesThatAreNear() {
      assertThat(LayoutProblem.unknownElement(BUTON, Set.of("Button", "Baton", "Button2")))
          .hasToString(
              """
              press-me.xml:2:3: unknown element <Buton>
                did you mean <Baton>, <Button> or <Button2>?""");
    }

    @Test
    void unknownWithNoNameThatIsNear() {
      assertThat(LayoutProblem.unknownElement(BUTON, Set.of("Table", "Label", "Slider")))
          .hasToString(
              """
              press-me.xml:2:3: unknown element <Buton>
                known elements: Label, Slider, Table""");
    }

    @Test
    void notARoot() {
      assertThat(LayoutProblem.rootMustBe(PANEL, List.of("Window", "Dialog", "Panel2")))
          .hasToString(
              """
              press-me.xml:1:1: <Panel> cannot be the root of a layout
                the root must be <Window>, <Dialog> or <Panel2>""");
    }

    @Test
    void notAllowedHere() {
      assertThat(LayoutProblem.childNotAllowed(PANEL, LABEL, Set.of("Tab", "Button")))
          .hasToString(
              """
              press-me.xml:4:3: <Label> is not allowed in <Panel>
                <Panel> takes <Button> or <Tab>""");
    }

    @Test
    void notAllowedAsNothingIs() {
      assertThat(LayoutProblem.childNotAllowed(PANEL, LABEL, Set.of()))
          .hasToString(
              """
              press-me.xml:4:3: <Label> is not allowed in <Panel>
                <Panel> takes no elements""");
    }

    @Test
    void tooMany() {
      assertThat(LayoutProblem.tooManyChildren(PANEL, 1))
          .hasToString("press-me.xml:4:3: <Panel> takes 1 element, not 2");
      assertThat(LayoutProblem.tooManyChildren(PANEL, 0))
          .hasToString("press-me.xml:2:3: <Panel> takes 0 elements, not 2");
    }
  }

  @Nested
  class OfAttributes {

    @Test
    void unknownWithANameThatIsNear() {
      assertThat(LayoutProblem.unknownAttribute(BUTON, TXET, Set.of("text", "enabled")))
          .hasToString(
              """
              press-me.xml:2:10: <Buton> has no attribute "txet"
                did you mean "text"?""");
    }

    @Test
    void unknownWithNoNameThatIsNear() {
      assertThat(LayoutProblem.unknownAttribute(BUTON, TXET, Set.of("icon", "enabled")))
          .hasToString(
              """
              press-me.xml:2:10: <Buton> has no attribute "txet"
                attributes of <Buton>: enabled, icon""");
    }

    @Test
    void missing() {
      assertThat(LayoutProblem.missingAttribute(LABEL, "text"))
          .hasToString(
              """
              press-me.xml:4:3: <Label> needs the attribute "text"
                write <Label text="...">""");
    }

    @Test
    void withANameThatIsTaken() {
      assertThat(LayoutProblem.duplicateName(NAME, new SourceLocation("press-me.xml", 1, 14)))
          .hasToString(
              """
              press-me.xml:2:40: the name "ok" is taken
                it is first used at press-me.xml:1:14""");
    }
  }

  @Nested
  class OfValues {

    @Test
    void ofTheWrongKind() {
      assertThat(LayoutProblem.badValue(ENABLED, "true or false"))
          .hasToString("press-me.xml:2:29: enabled=\"yes\" is not true or false");
    }

    @Test
    void thatAreUnknownWithAWordThatIsNear() {
      assertThat(LayoutProblem.badValue(ENABLED, Set.of("yess", "no")))
          .hasToString(
              """
              press-me.xml:2:29: enabled="yes" is not a known value
                did you mean "yess"?""");
    }

    @Test
    void thatAreUnknownWithNoWordThatIsNear() {
      assertThat(LayoutProblem.badValue(ENABLED, Set.of("true", "false")))
          .hasToString(
              """
              press-me.xml:2:29: enabled="yes" is not a known value
                known values: false, true""");
      assertThat(LayoutProblem.badValue(ENABLED, Set.of()).hints())
          .containsExactly("known values: none");
    }

    @Test
    void withAConstraintThatIsWrongInOnePlace() {
      assertThat(PlaceProblems.badConstraint(COLUMNS, "[Grow", List.of("split")))
          .hasToString(
              "press-me.xml:3:28: MigLayout does not understand \"[Grow\" in columns=\"[right] [grow\"");
    }

    @Test
    void withAConstraintThatMayHaveMeantAnother() {
      assertThat(PlaceProblems.badConstraint(COLUMNS, "[right]", List.of("right", "left")).hints())
          .containsExactly("did you mean \"right\"?");
    }
  }

  @Nested
  class QuotesFromTheFile {

    private static String quoting(String value) {
      SourceLocation here = new SourceLocation("a.xml", 1, 1);
      return LayoutProblem.badValue(new LayoutAttribute("a", value, here, here), "good").message();
    }

    @Test
    void areCutToFortyCharacters() {
      assertThat(quoting("a".repeat(40))).isEqualTo("a=\"" + "a".repeat(40) + "\" is not good");
      assertThat(quoting("a".repeat(41))).isEqualTo("a=\"" + "a".repeat(40) + "...\" is not good");
    }

    @Test
    void areNotCutInsideACharacter() {
      assertThat(quoting("a".repeat(39) + "😀")).contains("\"" + "a".repeat(39) + "...\"");
    }

    @Test
    void showWhatCouldNotBeSeen() {
      assertThat(quoting("\t\n\u0000\u202E\u200B\u2028\uD800"))
          .contains("\"\\u0009\\u000a\\u0000\\u202e\\u200b\\u2028\\ud800\"");
    }

    @Test
    void keepWhatCanBeSeen() {
      assertThat(quoting("Größe 名 😀")).contains("\"Größe 名 😀\"");
    }
  }
}
