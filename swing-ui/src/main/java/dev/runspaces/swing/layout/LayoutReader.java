package dev.runspaces.swing.layout;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads layout files: XML in UTF-8, without what layouts have no use for and attackers do.
 *
 * <p>Understood are elements, attributes, comments, the XML declaration, the five entities of XML,
 * and character references. Refused, each with a {@link LayoutProblem} of its own, are DOCTYPEs,
 * all other entities, processing instructions, and text or CDATA between tags. Nothing in a file
 * makes the reader open another file or a connection.
 *
 * <p>A problem inside a tag does not keep the reader from reading on: it is one of the {@linkplain
 * LayoutDocument#problems() document's problems}. A problem after which the rest would be a guess,
 * such as an end tag that does not match, ends in a {@link LayoutException} that has all problems
 * up to there.
 *
 * <p>How large a layout may be is said by {@link LayoutLimits#STANDARD}, or by code.
 *
 * <p>All methods may be called on any thread.
 */
public final class LayoutReader {
  private LayoutReader() {}

  /**
   * Reads a file.
   *
   * @param file the file, whose name (without folders) becomes the document's source
   * @return the file as a tree
   * @throws IOException if the file cannot be read; what is in it never causes this
   * @throws LayoutException if what is in the file is no tree of elements
   */
  public static LayoutDocument read(Path file) throws IOException {
    return read(file, LayoutLimits.STANDARD);
  }

  /**
   * Reads a file of another size than most.
   *
   * @param file the file, whose name (without folders) becomes the document's source
   * @param limits how large it may be
   * @return the file as a tree
   * @throws IOException if the file cannot be read; what is in it never causes this
   * @throws LayoutException if what is in the file is no tree of elements
   */
  public static LayoutDocument read(Path file, LayoutLimits limits) throws IOException {
    Path name = file.getFileName();
    try (InputStream input = Files.newInputStream(file)) {
      return read(name == null ? file.toString() : name.toString(), input, limits);
    }
  }

  /**
   * Reads what a URL refers to, usually a resource.
   *
   * @param url the URL, whose last path segment becomes the document's source
   * @return the content as a tree
   * @throws IOException if the content cannot be read; what is in it never causes this
   * @throws LayoutException if the content is no tree of elements
   */
  public static LayoutDocument read(URL url) throws IOException {
    return read(url, LayoutLimits.STANDARD);
  }

  /**
   * Reads what a URL refers to, of another size than most.
   *
   * @param url the URL, whose last path segment becomes the document's source
   * @param limits how large it may be
   * @return the content as a tree
   * @throws IOException if the content cannot be read; what is in it never causes this
   * @throws LayoutException if the content is no tree of elements
   */
  public static LayoutDocument read(URL url, LayoutLimits limits) throws IOException {
    String name = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
    try (InputStream input = url.openStream()) {
      return read(name.isEmpty() ? url.toString() : name, input, limits);
    }
  }

  /**
   * Reads a text.
   *
   * @param source the name by which messages call the text
   * @param text the text, perhaps with a byte order mark
   * @return the text as a tree
   * @throws LayoutException if the text is no tree of elements
   */
  public static LayoutDocument read(String source, String text) {
    return read(source, text, LayoutLimits.STANDARD);
  }

  /**
   * Reads a text of another size than most.
   *
   * @param source the name by which messages call the text
   * @param text the text, perhaps with a byte order mark
   * @param limits how large it may be
   * @return the text as a tree
   * @throws LayoutException if the text is no tree of elements
   */
  public static LayoutDocument read(String source, String text, LayoutLimits limits) {
    if (text.length() > limits.characters()) {
      throw tooLarge(source, limits);
    }
    SourceText sourceText = new SourceText(source, text, limits);
    int illegal = sourceText.firstIllegalCharacter();
    if (illegal >= 0) {
      String character = sourceText.text().substring(illegal, illegal + 1);
      throw exception(DocumentProblems.illegalCharacter(sourceText.at(illegal), character));
    }
    return new TreeBuilder(sourceText).build();
  }

  private static LayoutDocument read(String source, InputStream input, LayoutLimits limits)
      throws IOException {
    int most = limits.characters();
    byte[] bytes = input.readNBytes(most == Integer.MAX_VALUE ? most : most + 1);
    if (bytes.length > most) {
      throw tooLarge(source, limits);
    }
    return read(source, Utf8.decode(source, bytes), limits);
  }

  private static LayoutException tooLarge(String source, LayoutLimits limits) {
    return exception(
        DocumentProblems.tooLarge(new SourceLocation(source, 1, 1), limits.characters()));
  }

  private static LayoutException exception(LayoutProblem problem) {
    return new LayoutException(List.of(problem));
  }
}
