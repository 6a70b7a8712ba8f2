package dev.runspaces.swing.layout;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What can be wrong with a part of a value. */
public final class PartProblems {
  /** Of a long list nobody reads the end. */
  private static final int MOST_SHOWN = 30;

  private PartProblems() {}

  /**
   * A part is not one of the words that are known there.
   *
   * @param attribute the attribute that has it
   * @param offset where the part is in its value
   * @param part the part
   * @param known the words
   * @return the problem
   */
  public static LayoutProblem unknown(
      LayoutAttribute attribute, int offset, String part, Collection<String> known) {
    List<String> near = NearestNames.of(part, known);
    return new LayoutProblem(
        attribute.locationAt(offset),
        Quoted.text(part) + " in " + LayoutProblem.written(attribute) + " is not known here",
        near.isEmpty()
            ? LayoutProblem.choices("known here", shown(known)) + more(known)
            : LayoutProblem.didYouMean(LayoutProblem.quoted(near)));
  }

  /** The general ones: others begin with the part or the state that they are about. */
  private static List<String> shown(Collection<String> known) {
    return known.stream()
        .sorted(
            Comparator.<String, Boolean>comparing(name -> name.indexOf('.') >= 0)
                .thenComparing(name -> name))
        .limit(MOST_SHOWN)
        .toList();
  }

  private static String more(Collection<String> known) {
    return known.size() > MOST_SHOWN ? " and " + (known.size() - MOST_SHOWN) + " more" : "";
  }

  /**
   * A part is not of the kind that it should be.
   *
   * @param attribute the attribute that has it
   * @param offset where the part is in its value
   * @param part the part
   * @param expected what it should be, to be read after "is not"
   * @return the problem
   */
  public static LayoutProblem wrong(
      LayoutAttribute attribute, int offset, String part, String expected) {
    return new LayoutProblem(
        attribute.locationAt(offset),
        Quoted.text(part) + " in " + LayoutProblem.written(attribute) + " is not " + expected);
  }
}
