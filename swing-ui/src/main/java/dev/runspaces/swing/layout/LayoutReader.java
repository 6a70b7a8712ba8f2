package dev.runspaces.swing.layout;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;

/** x. */
public final class LayoutReader {
  private LayoutReader() {}

  /**
   * x
   *
   * @param source x
   * @param text x
   * @return x
   */
  public static LayoutDocument read(String source, String text) {
    return new LayoutDocument(
        source,
        new LayoutElement(
            text, java.util.List.of(), java.util.List.of(), new SourceLocation(source, 1, 1)),
        java.util.List.of());
  }

  /**
   * x
   *
   * @param url x
   * @return x
   * @throws IOException x
   */
  public static LayoutDocument read(URL url) throws IOException {
    return read(url.toString(), "");
  }

  /**
   * x
   *
   * @param file x
   * @return x
   * @throws IOException x
   */
  public static LayoutDocument read(Path file) throws IOException {
    return read(file.toString(), "");
  }
}
