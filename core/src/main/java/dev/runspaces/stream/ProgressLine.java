package dev.runspaces.stream;

import java.time.Duration;

/** Renders a {@link Progress} as one line of text. */
final class ProgressLine {
  private static final int NARROWEST = 20;
  private static final int LONGEST_BAR = 40;
  private static final String CUT = "...";
  private static final String GAP = "  ";

  private ProgressLine() {}

  static String render(Progress progress, int width) {
    if (width < NARROWEST) {
      throw new IllegalArgumentException(
          "bar: a width of " + width + " is too narrow; give " + NARROWEST + " or more");
    }
    String middle = middle(progress, Math.min(width / 5, LONGEST_BAR));
    String activity = printable(progress.activity());
    String details = details(progress);
    int room = width - middle.length();
    int roomForDetails = details.isEmpty() ? 0 : GAP.length() + details.length();
    // What the details do not need is for the activity, and half of the room in any case.
    activity = shorten(activity, Math.max(room / 2, room - roomForDetails));
    details = shorten(details, room - activity.length() - GAP.length());
    return activity + middle + (details.isEmpty() ? "" : GAP + details);
  }

  private static String middle(Progress progress, int cells) {
    if (!progress.isPercentKnown()) {
      return " ...";
    }
    int done = cells * progress.percent() / 100;
    return " [" + "#".repeat(done) + ".".repeat(cells - done) + "] " + progress.percent() + " %";
  }

  private static String details(Progress progress) {
    String status = printable(progress.status());
    Duration left = progress.remaining();
    if (left == null) {
      return status;
    }
    return (status.isEmpty() ? "" : status + ", ") + clock(left) + " left";
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
