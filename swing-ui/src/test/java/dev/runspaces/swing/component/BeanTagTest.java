package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.LayoutReader;
import java.awt.Color;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.swing.JEditorPane;
import javax.swing.JPanel;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A program's own component, with its properties for attributes. */
class BeanTagTest {
  private static final ComponentRegistry REGISTRY =
      ComponentRegistry.standard()
          .with(Tag.ofBean("Gauge", Gauge.class, Gauge::new))
          .with(Tag.ofBean("Meter", Meter.class, Meter::new));

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

  /** A component whose numbers have each of Java's types, and which refuses some values. */
  public static final class Meter extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> given = new TreeMap<>();

    public void setFloating(float to) {
      given.put("floating", to);
    }

    public void setLongest(long to) {
      given.put("longest", to);
    }

    public void setShortest(short to) {
      given.put("shortest", to);
    }

    public void setTiny(byte to) {
      given.put("tiny", to);
    }

    public void setBoxedInt(Integer to) {
      given.put("boxedInt", to);
    }

    public void setBoxedLong(Long to) {
      given.put("boxedLong", to);
    }

    public void setBoxedDouble(Double to) {
      given.put("boxedDouble", to);
    }

    public void setBoxedFlag(Boolean to) {
      given.put("boxedFlag", to);
    }

    public void setPositive(int to) {
      if (to < 0) {
        throw new IllegalArgumentException("not below 0");
      }
    }

    public void setSource(String name) throws IOException {
      if (!name.isEmpty()) {
        throw new FileNotFoundException(name);
      }
    }
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
  void takesEachOfJavasNumbersAndWhatItIsBoxedTo() throws InterruptedException {
    Plan plan =
        plan(
            "<Meter name='m' floating='-0.5' longest='9223372036854775807' shortest='-32768'"
                + " tiny='127' boxedInt='-7' boxedLong='4000000000' boxedDouble='2.25'"
                + " boxedFlag='true'/>");
    Meter meter = Edt.call(() -> plan.build((name, event) -> {}).find("m", Meter.class));

    assertThat(meter.given)
        .containsOnly(
            entry("floating", -0.5f),
            entry("longest", Long.MAX_VALUE),
            entry("shortest", Short.MIN_VALUE),
            entry("tiny", Byte.MAX_VALUE),
            entry("boxedInt", -7),
            entry("boxedLong", 4_000_000_000L),
            entry("boxedDouble", 2.25),
            entry("boxedFlag", true));
  }

  @Test
  void saysWhichNumbersItTakes() {
    assertThat(
            problemsOf(
                () ->
                    plan(
                        "<Meter longest='9223372036854775808' shortest='40000' tiny='128'"
                            + " floating='1e9' boxedInt='2147483648' boxedFlag='maybe'/>")))
        .containsExactly(
            "test.xml:1:25: longest=\"9223372036854775808\" is not a whole number from"
                + " -9223372036854775808 to 9223372036854775807",
            "test.xml:1:56: shortest=\"40000\" is not a whole number from -32768 to 32767",
            "test.xml:1:69: tiny=\"128\" is not a whole number from -128 to 127",
            "test.xml:1:84: floating=\"1e9\" is not a number like 2.5",
            "test.xml:1:99: boxedInt=\"2147483648\" is not a whole number from -2147483648 to"
                + " 2147483647",
            "test.xml:1:122: boxedFlag=\"maybe\" is not a known value\n"
                + "  known values: false, true");
  }

  @Test
  void thatRefusesAValueIsToldWithItsPlace() {
    assertThatExceptionOfType(LayoutException.class)
        .isThrownBy(() -> build(plan("<Label text='x'/><Meter positive='-1'/>")))
        .withCauseInstanceOf(IllegalArgumentException.class)
        .satisfies(
            refused ->
                assertThat(refused.problems())
                    .hasToString(
                        "[test.xml:1:43: <Meter> refuses positive=\"-1\":"
                            + " java.lang.IllegalArgumentException: not below 0]"));
  }

  @Test
  void thatFailsInAnyWayIsToldWithItsPlace() {
    assertThatExceptionOfType(LayoutException.class)
        .isThrownBy(() -> build(plan("<Meter source='a.txt'/>")))
        .satisfies(
            failed ->
                assertThat(failed.problems())
                    .hasToString(
                        "[test.xml:1:24: <Meter> refuses source=\"a.txt\":"
                            + " java.io.FileNotFoundException: a.txt]"));
  }

  @Test
  void thatCannotBeMadeIsToldWithItsPlace() {
    ComponentRegistry registry =
        ComponentRegistry.standard()
            .with(
                Tag.ofBean(
                        "Broken",
                        JPanel.class,
                        () -> {
                          throw new IllegalStateException("no sensor");
                        })
                    .describedAs("never is"));
    Plan plan =
        Plan.of(LayoutReader.read("test.xml", "<Window>\n  <Broken/>\n</Window>"), registry);
    assertThatExceptionOfType(LayoutException.class)
        .isThrownBy(() -> build(plan))
        .withCauseInstanceOf(IllegalStateException.class)
        .satisfies(
            failed ->
                assertThat(failed.problems())
                    .hasToString(
                        "[test.xml:2:3: <Broken> cannot be made:"
                            + " java.lang.IllegalStateException: no sensor]"));
  }

  private static ComponentTree build(Plan plan) throws InterruptedException {
    return Edt.call(() -> plan.build((name, event) -> {}));
  }

  private static List<String> problemsOf(ThrowingCallable planning) {
    return catchThrowableOfType(LayoutException.class, planning).problems().stream()
        .map(LayoutProblem::toString)
        .toList();
  }

  @Test
  void hasNothingOfSwingsThatWasNotAskedFor() {
    Tag<Page> page = Tag.ofBean("Page", Page.class, Page::new);
    assertThat(page.propertyNames()).doesNotContain("page", "contentType", "text");
  }
}
