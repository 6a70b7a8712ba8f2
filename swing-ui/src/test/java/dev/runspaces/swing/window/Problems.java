package dev.runspaces.swing.window;

import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutProblem;
import java.util.stream.Collectors;

/** What is wrong with a layout, without the parts of the file that the message shows. */
final class Problems {
  private Problems() {}

  static String of(Throwable refused) {
    return ((LayoutException) refused)
        .problems().stream().map(LayoutProblem::toString).collect(Collectors.joining("\n"));
  }
}
