package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutReader;
import java.awt.Color;
import java.time.Duration;
import javax.swing.JEditorPane;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A program's own component, with its properties for attributes. */
class BeanTagTest {
  private static final ComponentRegistry REGISTRY =
      ComponentRegistry.standard().with(Tag.ofBean("Gauge", Gauge.class, Gauge::new));

  /** What a program might have. */
  public enum Shape {
    ROUND,
    SQUARE
  }

  /** A component as programs have them. */
  public static final class Gauge extends JPanel {
    private static final long serialVersionUID = 1L;

    private int level;
    private double share;
    private Shape shape = Shape.ROUND;
    private @Nullable Color needle;
    private @Nullable Duration delay;
    private @Nullable String caption;

    public void setLevel(int to) {
      level = to;
    }

    public void setShare(double to) {
      share = to;
    }

    public void setShape(Shape to) {
      shape = to;
    }

    public void setNeedle(Color to) {
      needle = to;
    }

    public void setDelay(Duration to) {
      delay = to;
    }

    public void setCaption(String to) {
      caption = to;
    }

    public void setListener(Runnable unsupported) {}
  }

  /** A component whose superclass can load pages. */
  public static final class Page extends JEditorPane {
    private static final long serialVersionUID = 1L;
  }

  private static Plan plan(String content) {
    return Plan.of(LayoutReader.read("test.xml", "<Window>" + content + "</Window>"), REGISTRY);
  }

  @Test
  void takesValuesOfManyTypes() throws InterruptedException {
    Plan plan =
        plan(
            "<Gauge name='g' level='-7' share='0.5' shape='SQUARE' needle='#ff0000' delay='2s'"
                + " caption='Oil' opaque='false' cell='grow'/>");
    Gauge gauge = Edt.call(() -> plan.build((name, event) -> {}).find("g", Gauge.class));

    assertThat(gauge.level).isEqualTo(-7);
    assertThat(gauge.share).isEqualTo(0.5);
    assertThat(gauge.shape).isEqualTo(Shape.SQUARE);
    assertThat(gauge.needle).isEqualTo(Color.RED);
    assertThat(gauge.delay).isEqualTo(Duration.ofSeconds(2));
    assertThat(gauge.caption).isEqualTo("Oil");
    assertThat(gauge.isOpaque()).isFalse();
  }

  @Test
  void isCheckedLikeAnyOther() {
    assertThatExceptionOfType(LayoutException.class)
        .isThrownBy(
            () -> plan("<Gauge level='high' shape='ROUNDD' listener='x' caption='&lt;html>'/>"))
        .satisfies(
            refused ->
                assertThat(refused.getMessage())
                    .contains("level=\"high\" is not a whole number")
                    .contains("did you mean \"ROUND\"?")
                    .contains("<Gauge> has no attribute \"listener\"")
                    .contains("HTML is off"));
  }

  @Test
  void hasNothingOfSwingsThatWasNotAskedFor() {
    Tag<Page> page = Tag.ofBean("Page", Page.class, Page::new);
    assertThat(page.propertyNames()).doesNotContain("page", "contentType", "text");
  }
}
