package dev.runspaces.swing.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A layout file cannot be used. The message is the list of everything found wrong with it, one
 * {@link LayoutProblem} under the other, ready to be shown to the file's author.
 */
public final class LayoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** More are not kept: nobody reads them, and a hostile file could have a million. */
  static final int MAX_PROBLEMS = 100;

  // Not serialized: the message, which is, says it all.
  private final transient List<LayoutProblem> problems;

  /**
   * Creates an exception that says what is wrong.
   *
   * @param problems at least one problem, in any order; the first hundred by position are kept
   */
  public LayoutException(Collection<LayoutProblem> problems) {
    this(sorted(problems), problems.size());
  }

  /**
   * Creates an exception that says what is wrong, where code of the program's has found it.
   *
   * @param problem what is wrong
   * @param cause what that code has thrown
   */
  public LayoutException(LayoutProblem problem, Throwable cause) {
    this(List.of(problem), 1);
    initCause(cause);
  }

  private LayoutException(List<LayoutProblem> firstByPosition, int found) {
    super(listing(firstByPosition, found));
    this.problems = firstByPosition;
  }

  /**
   * Returns what is wrong, sorted by position.
   *
   * @return at least one and at most a hundred problems
   */
  public List<LayoutProblem> problems() {
    return problems;
  }

  private static List<LayoutProblem> sorted(Collection<LayoutProblem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("a LayoutException needs at least one problem");
    }
    List<LayoutProblem> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparing(LayoutProblem::location));
    return List.copyOf(sorted.subList(0, Math.min(sorted.size(), MAX_PROBLEMS)));
  }

  private static String listing(List<LayoutProblem> problems, int found) {
    StringBuilder listing = new StringBuilder();
    for (LayoutProblem problem : problems) {
      listing.append(listing.isEmpty() ? "" : "\n").append(problem.inContext());
    }
    if (found > problems.size()) {
      listing.append("\n... and ").append(found - problems.size()).append(" more");
    }
    return listing.toString();
  }
}
