package dev.runspaces.swing.layout;

import java.io.FileNotFoundException;
import java.io.IOException;

/** The files that a layout may include: below one folder, and no others. */
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

  /**
   * Reads a file that is no layout, such as a picture.
   *
   * @param path where it is, as above
   * @param most how many bytes to read at most
   * @return its bytes; {@code most} of them if it has as many or more
   * @throws java.io.FileNotFoundException if there is none, or there is no folder
   * @throws java.nio.file.NoSuchFileException if there is none
   * @throws IOException if it cannot be read
   */
  byte[] bytes(String path, int most) throws IOException;

  /** {@return the files of a layout that is in no folder: none} */
  static LayoutFiles none() {
    return new LayoutFiles() {
      @Override
      public LayoutDocument read(String path) throws IOException {
        throw new FileNotFoundException(path);
      }

      @Override
      public byte[] bytes(String path, int most) throws IOException {
        throw new FileNotFoundException(path);
      }
    };
  }
}
