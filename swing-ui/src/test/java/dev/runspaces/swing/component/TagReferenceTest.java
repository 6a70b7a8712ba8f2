package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;

/** The registry describes itself; {@code docs/tags.md} is that description. */
class TagReferenceTest {
  private static final Path PAGE = Path.of("../docs/tags.md");

  private final List<TagDescription> standard = ComponentRegistry.standard().describe();

  private TagDescription tag(String name) {
    return standard.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void everyStandardTagSaysWhatItIs() {
    assertThat(standard).hasSizeGreaterThan(25);
    for (TagDescription tag : standard) {
      assertThat(tag.doc()).as("%s", tag.name()).isNotEmpty();
    }
  }

  @Test
  void everyAttributeOfAStandardTagSaysWhatItIsAndWhatItTakes() {
    for (TagDescription tag : standard) {
      assertThat(tag.attributes())
          .allSatisfy(
              it -> {
                assertThat(it.doc()).as("%s of %s", it.name(), tag.name()).isNotEmpty();
                assertThat(it.value()).as("%s of %s", it.name(), tag.name()).isNotEmpty();
              });
      assertThat(tag.events())
          .allSatisfy(
              it -> {
                assertThat(it.doc()).as("%s of %s", it.name(), tag.name()).isNotEmpty();
                assertThat(it.carries()).as("%s of %s", it.name(), tag.name()).isNotEmpty();
              });
    }
  }

  @Test
  void aTagTellsWhatMayStandInItAndWhereItMayStand() {
    assertThat(tag("ComboBox").children()).containsExactly("Include", "Item");
    assertThat(tag("Fill").parents()).containsExactly("Include");
    assertThat(tag("MenuItem").parents()).containsExactly("Menu", "PopupMenu");
    assertThat(tag("Window").parents()).isEmpty();
    assertThat(tag("Button").parents()).contains("Panel", "Window", "ToolBar");
  }

  @Test
  void anEventTellsWhatItCarries() {
    assertThat(tag("Slider").events())
        .filteredOn(event -> event.name().equals("onChange"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.snapshot()).isEqualTo("Moved");
              assertThat(event.carries()).containsExactly("component", "value", "adjusting");
            });
  }

  @Test
  void aProgramDescribesItsOwnTag() {
    Tag<JLabel> gauge =
        Tag.of("Gauge", JLabel.class, JLabel::new)
            .describedAs("how full a tank is")
            .property("level", ValueType.integer(0, 100), (label, level) -> {})
            .describedAs("level", "the level in percent");
    assertThat(ComponentRegistry.standard().with(gauge).describe())
        .filteredOn(it -> it.name().equals("Gauge"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.doc()).isEqualTo("how full a tank is");
              assertThat(it.attributes())
                  .contains(
                      new TagDescription.Attribute(
                          "level", "the level in percent", "a whole number from 0 to 100"))
                  .anySatisfy(common -> assertThat(common.name()).isEqualTo("accessibleName"));
            });
  }

  @Test
  void whatReplacesAStandardTagIsNotDescribedAsOne() {
    Tag<JLabel> mine = Tag.of("Label", JLabel.class, JLabel::new);
    assertThat(ComponentRegistry.standard().with(mine).describe())
        .filteredOn(it -> it.name().equals("Label"))
        .singleElement()
        .satisfies(it -> assertThat(it.doc()).isEmpty());
  }

  /** {@code -Dgolden.update=true} writes the page anew, and fails, so that it is looked at. */
  @Test
  void thePageOfTagsIsTheDescriptionOfTheRegistry() throws IOException {
    String page = TagPage.of(standard);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
      fail("rewrote %s; look at it, then run again without -Dgolden.update", PAGE);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
