package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutReader;
import dev.runspaces.swing.window.Theme;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fonts, styles and client properties: what FlatLaf has of them, without what it could make. */
class FlatStylesTest {

  @BeforeEach
  void theme() throws InterruptedException {
    Edt.call(
        () -> {
          Theme.LIGHT.install();
          return true;
        });
  }

  private static Plan plan(String content) {
    return Plan.of(
        LayoutReader.read("test.xml", "<Window>" + content + "</Window>"),
        ComponentRegistry.standard());
  }

  private static <C extends Component> C built(String content, Class<C> type)
      throws InterruptedException {
    return Edt.call(() -> plan(content).build((name, event) -> {}).find("it", type));
  }

  private static String refusal(String content) {
    LayoutException refused = catchThrowableOfType(LayoutException.class, () -> plan(content));
    assertThat(refused).as(content).isNotNull();
    return String.valueOf(refused.getMessage());
  }

  @Test
  void aFontMayDifferFromThatOfTheThemeInStyleAndSize() throws InterruptedException {
    Font plain = built("<Label name='it' text='x'/>", JLabel.class).getFont();
    Font font = built("<Label name='it' text='x' font='bold +4'/>", JLabel.class).getFont();

    assertThat(font.isBold()).isTrue();
    assertThat(font.getSize()).isEqualTo(plain.getSize() + 4);
    assertThat(font.getFamily()).isEqualTo(plain.getFamily());
  }

  @Test
  void aFontMayHaveAFamilyOfSeveralWords() throws InterruptedException {
    Font font = built("<Label name='it' font='italic 20 Monospaced'/>", JLabel.class).getFont();

    assertThat(font.getFamily()).isEqualTo(Font.MONOSPACED);
    assertThat(font.isItalic()).isTrue();
    assertThat(font.getSize()).isEqualTo(20);
    assertThat(built("<Label name='it' font='12 No Such Font'/>", JLabel.class).getFont())
        .isNotNull();
  }

  @Test
  void aFontMayBeOneOfTheTheme() throws InterruptedException {
    Font plain = built("<Label name='it'/>", JLabel.class).getFont();
    assertThat(built("<Label name='it' font='$h1.font'/>", JLabel.class).getFont().getSize())
        .isGreaterThan(plain.getSize());
  }

  @Test
  void everyComponentTakesAFontWithoutAComplaint() throws InterruptedException {
    var complaints = new ArrayList<String>();
    var unchanged = new ArrayList<String>();
    Handler collecting =
        new Handler() {
          @Override
          public void publish(LogRecord complaint) {
            complaints.add(complaint.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger flatLaf = Logger.getLogger("com.formdev.flatlaf");
    flatLaf.addHandler(collecting);
    flatLaf.setUseParentHandlers(false);
    try {
      for (String tag : ComponentRegistry.standard().names()) {
        Tag<?> it = ComponentRegistry.standard().find(tag).orElseThrow();
        boolean stands =
            ComponentRegistry.standard().find("Panel").orElseThrow().places(it)
                && it.hasProperty("font")
                && it.product() != RepeatPanel.class; // which has a list, and no text of its own
        if (stands) {
          String content = "<" + tag + " name='it' font='bold' style='foreground: #f00'/>";
          Component built = built(content, Component.class);
          if (built.getFont() == null || !built.getFont().isBold()) {
            unchanged.add(tag);
          }
        }
      }
    } finally {
      flatLaf.removeHandler(collecting);
      flatLaf.setUseParentHandlers(true);
    }
    assertThat(unchanged).isEmpty();
    assertThat(complaints).isEmpty();
  }

  @Test
  void aStyleIsFlatLafs() throws InterruptedException {
    JButton button =
        built(
            "<Button name='it' font='bold' style='background: #010203; arc: 12;'/>", JButton.class);
    assertThat(button.getBackground()).isEqualTo(new Color(1, 2, 3));
    assertThat(button.getFont().isBold()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "background",
        "background: ",
        ": #fff",
        "",
        "arc: 1;; opaque: true",
      })
  void aStyleIsPairsOfKeysAndValues(String style) {
    assertThat(refusal("<Button style='" + style + "'/>"))
        .contains("is not a style like arc: 8; background: #eef");
  }

  @Test
  void aStyleSaysEachThingOnce() {
    assertThat(refusal("<Button style='arc: 1; opaque: true; arc: 2'/>"))
        .contains(":46: \"arc\" in style=")
        .contains("is not free: it is there before");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "border: javax.swing.border.LineBorder | :24: | border | is not known here",
        "background: #fff; icon: {instance}a.Evil | :42: | icon | is not known here",
        "UI: a.b.C | :24: | UI | is not known here",
        "arcs: 8 | :24: | arcs | did you mean \"arc\"?",
        "opaque: true; thumbSize: 8,8 | :38: | thumbSize | is not known here",
        "background: {java.awt.Color} | :36: | {java.awt.Color} | is not a color like #1e90ff",
        "background: lighten(#fff, 10%) | :36: | lighten(#fff, 10%) | is not a color",
        "arc: #fff | :29: | #fff | is not a whole number from 0 to 9999",
        "arc: 1/2 | :29: | 1/2 | is not a whole number from 0 to 9999",
        "opaque: maybe | :32: | maybe | is not true or false",
        "margin: 4 | :32: | 4 | is not insets like 4,8,4,8",
        "font: bold bald! | :30: | bold bald! | is not a font like bold +2",
        "font: true | :30: | true | is not a font like bold +2",
        "font: $Button.margin | :30: | $Button.margin | is not a font like bold +2",
        "arc: $h2.font | :29: | $h2.font | is not a whole number from 0 to 9999",
      })
  void aStyleNamesNoClassesAndNothingThatFlatLafWouldRefuse(
      String style, String column, String part, String message) {
    assertThat(refusal("<Button style='" + style + "'/>"))
        .contains("test.xml:1" + column)
        .contains('"' + part + "\" in style=")
        .contains(message);
  }

  @Test
  void aComponentOfOnesOwnHasTheStylesOfTheOneThatItExtends() {
    Tag<Gauge> gauge = Tag.of("Gauge", Gauge.class, Gauge::new).describedAs("tells a level");
    assertThat(
            catchThrowableOfType(
                LayoutException.class,
                () ->
                    Plan.of(
                        LayoutReader.read("test.xml", "<Window><Gauge style='arcs: 1'/></Window>"),
                        ComponentRegistry.standard().with(gauge))))
        .hasMessageContaining("did you mean \"arc\"?");
  }

  /** A label with another name. */
  private static final class Gauge extends JLabel {
    private static final long serialVersionUID = 1;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bold bald!", "{a}", "$a.b", "\"Arial\"", "+1234", "a;b", "1 2"})
  void aFontIsNothingElse(String font) {
    assertThat(refusal("<Button font='" + font + "'/>"))
        .contains("is not a font like bold +2, 14 Monospaced or $h2.font");
  }

  @Test
  void clientPropertiesAreThoseThatFlatLafDocuments() throws InterruptedException {
    JTextField field =
        built(
            "<TextField name='it' placeholderText='Name' clientProperties='"
                + "JTextField.showClearButton: true; JComponent.minimumWidth: 40'/>",
            JTextField.class);

    assertThat(field.getClientProperty("JTextField.placeholderText")).isEqualTo("Name");
    assertThat(field.getClientProperty("JTextField.showClearButton")).isEqualTo(true);
    assertThat(field.getClientProperty("JComponent.minimumWidth")).isEqualTo(40);
    for (String wrong :
        List.of(
            "html.disable: false",
            "JTextField.showClearButton: perhaps",
            "JTextField.placeholderText: <html>x",
            "FlatLaf.style: arc: 1")) {
      assertThat(refusal("<TextField clientProperties='" + wrong.replace("<", "&lt;") + "'/>"))
          .containsPattern("is not known here|is not one of false, true|is not plain text");
    }
  }
}
