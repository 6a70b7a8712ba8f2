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
 * @param styles elements that stand for nothing but their attributes, which others have taken over
 */
public record LayoutDocument(
    String source, LayoutElement root, List<LayoutProblem> problems, List<LayoutElement> styles) {

  /**
   * Copies the lists.
   *
   * @param source the file's name
   * @param root the outermost element
   * @param problems what is wrong with the file
   * @param styles elements that stand for their attributes
   */
  public LayoutDocument {
    problems = List.copyOf(problems);
    styles = List.copyOf(styles);
  }

  /**
   * Creates a document as a file has it.
   *
   * @param source the file's name
   * @param root the outermost element
   * @param problems what is wrong with the file
   */
  public LayoutDocument(String source, LayoutElement root, List<LayoutProblem> problems) {
    this(source, root, problems, List.of());
  }
}
