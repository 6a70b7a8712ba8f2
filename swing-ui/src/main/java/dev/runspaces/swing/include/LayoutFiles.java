package dev.runspaces.swing.include;

import dev.runspaces.swing.layout.LayoutDocument;
import java.io.IOException;

/** The files that a layout may include: below one folder, and no others. */
@FunctionalInterface
public interface LayoutFiles {

  /**
   * Reads a file.
   *
   * @param path where it is below the folder, with {@code /} between names, each of which starts
   *     with a letter, digit or underscore: it cannot lead elsewhere
   * @return the file as a tree
   * @throws java.io.FileNotFoundException if there is none, or there is no folder
   * @throws java.nio.file.NoSuchFileException if there is none
   * @throws IOException if it cannot be read
   */
  LayoutDocument read(String path) throws IOException;
}
