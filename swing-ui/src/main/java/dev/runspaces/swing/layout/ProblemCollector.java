package dev.runspaces.swing.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * What has been found wrong with a file so far. A problem inside a tag is {@linkplain #report
 * reported}, and reading goes on; where all that follows would be a guess, reading {@linkplain
 * #stopAt stops}.
 */
final class ProblemCollector {
  private final List<LayoutProblem> problems = new ArrayList<>();

  /** Keeps a problem. Throws if there are too many of them to be worth going on. */
  void report(LayoutProblem problem) {
    if (problems.size() == LayoutException.MAX_PROBLEMS - 1) {
      throw stopAt(DocumentProblems.tooManyProblems(problem.location()));
    }
    problems.add(problem);
  }

  /** Returns the exception to throw, with this problem and all before it. */
  LayoutException stopAt(LayoutProblem problem) {
    problems.add(problem);
    return new LayoutException(problems);
  }

  List<LayoutProblem> found() {
    return problems;
  }
}
