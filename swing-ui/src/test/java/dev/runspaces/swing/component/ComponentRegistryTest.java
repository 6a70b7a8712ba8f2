package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutReader;
import javax.swing.JSlider;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComponentRegistryTest {
  private static final ComponentRegistry STANDARD = ComponentRegistry.standard();

  private static Plan plan(String content, ComponentRegistry registry) {
    return Plan.of(LayoutReader.read("test.xml", "<Window>" + content + "</Window>"), registry);
  }

  @Nested
  class TheRangeOfANumber {
    private static final String WIDE = "<Slider name='s' maximum='100000' value='70000'/>";

    @Test
    void isChangedByCode() throws InterruptedException {
      ComponentRegistry wide =
          STANDARD.range("Slider", "maximum", 0, 100_000).range("Slider", "value", 0, 100_000);
      int value =
          Edt.call(
              () ->
                  plan(WIDE, wide)
                      .build((identifier, event) -> {})
                      .find("s", JSlider.class)
                      .getValue());
      assertThat(value).isEqualTo(70_000);
    }

    @Test
    void isToldWhereItIsNotKept() {
      assertThatThrownBy(() -> plan(WIDE, STANDARD))
          .isInstanceOf(LayoutException.class)
          .hasMessageContaining("maximum=\"100000\" is not a whole number from -10000 to 10000");
      assertThatThrownBy(
              () ->
                  plan("<TextField columns='41'/>", STANDARD.range("TextField", "columns", 1, 40)))
          .isInstanceOf(LayoutException.class)
          .hasMessageContaining("columns=\"41\" is not a whole number from 1 to 40");
    }

    @Test
    void isOfATagAndAnAttributeThatThereAre() {
      assertThatThrownBy(() -> STANDARD.range("Slidr", "maximum", 0, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no tag is named \"Slidr\"; did you mean Slider?");
      assertThatThrownBy(() -> STANDARD.range("Slider", "maximun", 0, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("<Slider> has no whole number named \"maximun\"; did you mean maximum?");
      assertThatThrownBy(() -> STANDARD.range("ProgressBar", "orientation", 0, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "<ProgressBar> has no whole number named \"orientation\";"
                  + " there are: maximum, minimum, value");
    }

    @Test
    void beginsWithTheLeast() {
      assertThatThrownBy(() -> STANDARD.range("Slider", "maximum", 2, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no whole number is from 2 to 1; the least comes first");
    }
  }
}
