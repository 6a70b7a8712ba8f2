package dev.runspaces.swing.component;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Insets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of attribute value that Swing's properties have beside texts, flags and numbers. Each
 * is read on any thread and makes no component; sizes are in MigLayout's and Swing's logical
 * pixels.
 */
public final class SwingValues {
  private static final int LONGEST = 10_000;

  private static final Pattern DURATION_PARTS = Pattern.compile("([0-9]{1,9}) ?(ms|s|min)");

  /** A colour: {@code #rgb}, {@code #rrggbb}, or {@code #rrggbbaa} with the opacity last. */
  public static final ValueType<Color> COLOR =
      ValueType.of("a color like #1e90ff", text -> Optional.ofNullable(color(text.strip())));

  /** Insets: {@code top left bottom right}, or one number for all four; from 0 to 10,000. */
  public static final ValueType<Insets> INSETS =
      ValueType.of(
          "insets like 4 or 4 8 4 8 (top left bottom right)",
          text -> Optional.ofNullable(insets(text)));

  /** A width and a height: {@code 640x480}; from 0 to 10,000 each. */
  public static final ValueType<Dimension> DIMENSION =
      ValueType.of("a size like 640x480", text -> Optional.ofNullable(dimension(text)));

  /** A key with its modifiers, as {@link KeyStroke#getKeyStroke(String)} reads it. */
  public static final ValueType<KeyStroke> KEY_STROKE =
      ValueType.of(
          "a key stroke like ctrl S or shift F10",
          text -> Optional.ofNullable(KeyStroke.getKeyStroke(text)));

  /** A duration: {@code 500ms}, {@code 2s} or {@code 1min}; from 0 to a day. */
  public static final ValueType<Duration> DURATION =
      ValueType.of("a duration like 500ms, 2s or 1min", SwingValues::duration);

  /**
   * The shape of the mouse pointer: a word for each of {@link Cursor}'s types, such as {@code hand}
   * or {@code nwResize}.
   */
  public static final ValueType<Integer> CURSOR =
      ValueType.oneOf(
          Map.ofEntries(
              Map.entry("default", Cursor.DEFAULT_CURSOR),
              Map.entry("crosshair", Cursor.CROSSHAIR_CURSOR),
              Map.entry("text", Cursor.TEXT_CURSOR),
              Map.entry("wait", Cursor.WAIT_CURSOR),
              Map.entry("hand", Cursor.HAND_CURSOR),
              Map.entry("move", Cursor.MOVE_CURSOR),
              Map.entry("nResize", Cursor.N_RESIZE_CURSOR),
              Map.entry("neResize", Cursor.NE_RESIZE_CURSOR),
              Map.entry("eResize", Cursor.E_RESIZE_CURSOR),
              Map.entry("seResize", Cursor.SE_RESIZE_CURSOR),
              Map.entry("sResize", Cursor.S_RESIZE_CURSOR),
              Map.entry("swResize", Cursor.SW_RESIZE_CURSOR),
              Map.entry("wResize", Cursor.W_RESIZE_CURSOR),
              Map.entry("nwResize", Cursor.NW_RESIZE_CURSOR)));

  private SwingValues() {}

  private static Optional<Duration> duration(String text) {
    Matcher parts = DURATION_PARTS.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(parts.group(1));
    Duration duration =
        switch (parts.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          default -> Duration.ofMinutes(number);
        };
    return duration.compareTo(Duration.ofDays(1)) > 0 ? Optional.empty() : Optional.of(duration);
  }

  private static @Nullable Color color(String text) {
    int digits = text.length() - 1;
    if (!text.startsWith("#") || (digits != 3 && digits != 6 && digits != 8)) {
      return null;
    }
    long number = 0;
    for (int index = 1; index <= digits; index++) {
      char c = text.charAt(index);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return null;
      }
      number = digits == 3 ? number * 256 + digit * 17L : number * 16 + digit;
    }
    boolean hasOpacity = digits == 8;
    int opacity = hasOpacity ? (int) (number & 0xff) : 255;
    int rgb = (int) (hasOpacity ? number >> 8 : number);
    return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, opacity);
  }

  private static @Nullable Insets insets(String text) {
    int[] numbers = numbers(text.strip(), ' ');
    return switch (numbers.length) {
      case 1 -> new Insets(numbers[0], numbers[0], numbers[0], numbers[0]);
      case 4 -> new Insets(numbers[0], numbers[1], numbers[2], numbers[3]);
      default -> null;
    };
  }

  private static @Nullable Dimension dimension(String text) {
    int[] numbers = numbers(text.strip(), 'x');
    return numbers.length == 2 ? new Dimension(numbers[0], numbers[1]) : null;
  }

  /** Reads at most four numbers from 0 to {@value #LONGEST}; none at all if one is not such. */
  private static int[] numbers(String text, char separator) {
    int[] none = {};
    int[] numbers = new int[4];
    int count = 0;
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf(separator, start);
      String part = text.substring(start, end < 0 ? text.length() : end);
      Optional<Integer> number = ValueType.integer(0, LONGEST).read(part);
      if (number.isEmpty() || count == numbers.length) {
        return none;
      }
      numbers[count++] = number.get();
      start = end < 0 ? text.length() + 1 : end + 1;
    }
    return Arrays.copyOf(numbers, count);
  }
}
