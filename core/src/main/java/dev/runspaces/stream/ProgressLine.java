package dev.runspaces.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Renders a {@link Progress} as one line of text. */
final class ProgressLine {
  private static final int NARROWEST = 20;
  private static final int LONGEST_BAR = 40;
  private static final String CUT = "...";
  private static final String GAP = "  ";
  private static final String COMMA = ", ";

  private ProgressLine() {}

  static String render(Progress progress, int width) {
    if (width < NARROWEST) {
      throw new IllegalArgumentException(
          "bar: a width of " + width + " is too narrow; give " + NARROWEST + " or more");
    }
    String middle = middle(progress, Math.min(width / 5, LONGEST_BAR));
    int room = width - middle.length();
    String activity = printable(progress.activity());
    String status = printable(progress.status());
    String left = left(progress.remaining());
    // Half of the room is for the activity in any case.
    int roomForDetails = room - Math.min(activity.length(), room / 2);
    String details = details(status, left, roomForDetails - GAP.length());
    if (details.isEmpty()) {
      return shorten(activity, room) + middle;
    }
    return shorten(activity, room - GAP.length() - details.length()) + middle + GAP + details;
  }

  private static String middle(Progress progress, int cells) {
    if (!progress.isPercentKnown()) {
      return " ...";
    }
    int done = cells * progress.percent() / 100;
    return " [" + "#".repeat(done) + ".".repeat(cells - done) + "] " + progress.percent() + " %";
  }

  /** The status is shortened; half a time would be a wrong one. */
  private static String details(String status, String left, int room) {
    if (left.isEmpty() || left.length() > room) {
      return shorten(status, room);
    }
    String shortened = shorten(status, room - left.length() - COMMA.length());
    return shortened.isEmpty() ? left : shortened + COMMA + left;
  }

  private static String left(@Nullable Duration remaining) {
    return remaining == null ? "" : clock(remaining) + " left";
  }

  /** Returns minutes and seconds, with hours if there are any. Begun seconds count. */
  private static String clock(Duration left) {
    long seconds = left.getSeconds() + (left.getNano() > 0 ? 1 : 0);
    long hours = seconds / 3600;
    long minutes = seconds / 60 % 60;
    return hours == 0
        ? String.format("%d:%02d", minutes, seconds % 60)
        : String.format("%d:%02d:%02d", hours, minutes, seconds % 60);
  }

  private static String printable(String text) {
    var printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (isPrintable(point)) {
                printable.appendCodePoint(point);
              } else {
                printable.append('?');
              }
            });
    return printable.toString();
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      // They turn the direction of what follows; but for the one that joins emoji.
      case Character.FORMAT -> point == 0x200D;
      default -> true;
    };
  }

  private static String shorten(String text, int room) {
    if (text.length() <= room) {
      return text;
    }
    if (room <= CUT.length()) {
      return "";
    }
    int end = room - CUT.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + CUT;
  }
}
