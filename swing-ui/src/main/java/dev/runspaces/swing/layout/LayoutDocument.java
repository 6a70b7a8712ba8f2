package dev.runspaces.swing.layout;

import java.util.List;

/**
 * A layout file as a tree. Immutable.
 *
 * <p>A document with {@linkplain #problems() problems} is there to be looked at, so that what else
 * is wrong with the file is reported in the same breath; nothing should be built from it.
 *
 * @param source the file's name, as in every {@link SourceLocation} of the document
 * @param root the outermost element
 * @param problems what is wrong with the file although its tree is clear, in the order found
 */
public record LayoutDocument(String source, LayoutElement root, List<LayoutProblem> problems) {

  /**
   * Copies the list.
   *
   * @param source the file's name
   * @param root the outermost element
   * @param problems what is wrong with the file
   */
  public LayoutDocument {
    problems = List.copyOf(problems);
  }
}
