package dev.runspaces.swing.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Guesses which known name was meant by a wrong one. */
public final class NearestNames {
  private static final int MAX_GUESSES = 3;
  private static final int MAX_DISTANCE = 2;
  private static final int SHORT_WORD = 4;

  private NearestNames() {}

  /**
   * Returns the known names that look like a wrong one: at most three, the nearest first, and
   * alphabetically among equally near ones.
   *
   * <p>Case does not count, so a name in the wrong case comes first. Otherwise a name is near that
   * is at most two slips away (one if the word has fewer than four letters); a slip is a letter too
   * many, too few or wrong, or two neighbours swapped.
   *
   * @param wrong the name that does not exist
   * @param known the names that do
   * @return the guesses, none if nothing is near
   */
  public static List<String> of(String wrong, Collection<String> known) {
    int allowed = wrong.length() < SHORT_WORD ? 1 : MAX_DISTANCE;
    List<Guess> guesses = new ArrayList<>();
    for (String name : known) {
      // Slips change the length by one at most, so this skips nothing, and long names cost nothing.
      if (Math.abs(name.length() - wrong.length()) <= allowed) {
        int distance = distance(lowerCase(wrong), lowerCase(name));
        if (distance <= allowed) {
          guesses.add(new Guess(name, distance));
        }
      }
    }
    guesses.sort(Comparator.comparingInt(Guess::distance).thenComparing(Guess::name));
    return guesses.stream().map(Guess::name).distinct().limit(MAX_GUESSES).toList();
  }

  /**
   * Says which names were meant, or which there are.
   *
   * @param wrong the name that does not exist
   * @param known the names that do
   * @param none what to say if there are no names at all
   * @return the end of a message
   */
  public static String hint(String wrong, Collection<String> known, String none) {
    if (known.isEmpty()) {
      return none;
    }
    List<String> near = of(wrong, known);
    return near.isEmpty()
        ? "there are: " + String.join(", ", known)
        : "did you mean " + String.join(" or ", near) + "?";
  }

  private record Guess(String name, int distance) {}

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The "optimal string alignment" distance: three rows of the usual table. */
  private static int distance(String from, String to) {
    int[] twoAbove = new int[to.length() + 1];
    int[] above = new int[to.length() + 1];
    int[] row = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      row[column] = column;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] oldest = twoAbove;
      twoAbove = above;
      above = row;
      row = oldest;
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
        if (isSwap(from, i, to, j)) {
          row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
        }
      }
    }
    return row[to.length()];
  }

  private static boolean isSwap(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
