package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwingValuesTest {
  @Test
  void aDurationHasAUnit() {
    assertThat(SwingValues.DURATION.read("500ms")).contains(Duration.ofMillis(500));
    assertThat(SwingValues.DURATION.read("2 s")).contains(Duration.ofSeconds(2));
    assertThat(SwingValues.DURATION.read("1440min")).contains(Duration.ofDays(1));
    for (String wrong : List.of("", "5", "1h", "-1s", "1441min", "1.5s", "9999999999ms")) {
      assertThat(SwingValues.DURATION.read(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void aColorIsWrittenInHexadecimalDigitsShortOrLongOrWithItsOpacity() {
    assertThat(SwingValues.COLOR.read("#f80")).contains(new Color(0xff8800));
    assertThat(SwingValues.COLOR.read("#1E90ff")).contains(new Color(0x1e90ff));
    assertThat(SwingValues.COLOR.read("#1e90ff80")).contains(new Color(0x1e, 0x90, 0xff, 0x80));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "red", "#", "#12", "#12345", "#-12345", "#12345g", "#٣٣٣", "1e90ff"})
  void whatIsNoColorIsRefused(String text) {
    assertThat(SwingValues.COLOR.read(text)).isEmpty();
  }

  @Test
  void insetsAreOneNumberOrFour() {
    assertThat(SwingValues.INSETS.read("4")).contains(new Insets(4, 4, 4, 4));
    assertThat(SwingValues.INSETS.read("1 2 3 4")).contains(new Insets(1, 2, 3, 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 2", "1 2 3", "1 2 3 4 5", "-1", "10001", "1  2 3 4", "wide"})
  void whatAreNoInsetsIsRefused(String text) {
    assertThat(SwingValues.INSETS.read(text)).isEmpty();
  }

  @Test
  void aSizeIsAWidthAndAHeight() {
    assertThat(SwingValues.DIMENSION.read("640x480")).contains(new Dimension(640, 480));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "640", "640x", "x480", "640x480x2", "640X480", "99999x1", "-1x1"})
  void whatIsNoSizeIsRefused(String text) {
    assertThat(SwingValues.DIMENSION.read(text)).isEmpty();
  }

  @Test
  void aKeyStrokeIsWrittenAsSwingReadsIt() {
    assertThat(SwingValues.KEY_STROKE.read("ctrl S"))
        .contains(KeyStroke.getKeyStroke(KeyEvent.VK_S, InputEvent.CTRL_DOWN_MASK));
    assertThat(SwingValues.KEY_STROKE.read("ctrl s")).isEmpty();
    assertThat(SwingValues.KEY_STROKE.read("")).isEmpty();
  }

  @Test
  void aCursorIsAWord() {
    assertThat(SwingValues.CURSOR.read("hand")).contains(Cursor.HAND_CURSOR);
    assertThat(SwingValues.CURSOR.read("paw")).isEmpty();
  }

  @Test
  void thereIsAWordForEachCursorThatSwingHas() throws IllegalAccessException {
    for (Field constant : Cursor.class.getFields()) {
      if (constant.getName().endsWith("_CURSOR") && !constant.getName().startsWith("CUSTOM")) {
        String name = constant.getName().replace("_CURSOR", "").toLowerCase(Locale.ROOT);
        String word = name.replace("_r", "R");
        assertThat(SwingValues.CURSOR.read(word)).as(word).contains(constant.getInt(null));
      }
    }
  }
}
