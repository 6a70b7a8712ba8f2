package dev.runspaces.swing.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A folder of bad layouts, and beside each, in a {@code .golden} file, the words that its author
 * will read. So a change to the words is seen in review; run with {@code -Dgolden.update=true} to
 * write these files anew.
 */
public final class GoldenFiles {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private final Path folder;

  private GoldenFiles(Path folder) {
    this.folder = folder;
  }

  /** Finds out what is said of a layout. */
  @FunctionalInterface
  public interface Teller {

    /**
     * Returns the message.
     *
     * @param layout a bad layout
     * @return what is said of it
     * @throws IOException if it cannot be read
     */
    String messageFor(Path layout) throws IOException;
  }

  /**
   * Names the folder.
   *
   * @param folder from the module's folder
   * @return its files
   */
  public static GoldenFiles in(String folder) {
    return new GoldenFiles(Path.of(folder));
  }

  /**
   * Makes a test for each layout.
   *
   * @param teller finds out what is said of it
   * @return the tests
   * @throws IOException if the folder cannot be read
   */
  public Stream<DynamicTest> tests(Teller teller) throws IOException {
    return layouts().stream()
        .map(layout -> DynamicTest.dynamicTest(nameOf(layout), () -> check(layout, teller)));
  }

  /**
   * Lists the layouts.
   *
   * @return their files, sorted
   * @throws IOException if the folder cannot be read
   */
  public List<Path> layouts() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private static void check(Path layout, Teller teller) throws IOException {
    String message = teller.messageFor(layout) + "\n";
    Path golden = layout.resolveSibling(nameOf(layout) + ".golden");
    if (UPDATE) {
      Files.writeString(golden, message);
      fail("rewrote %s; look at it, then run again without -Dgolden.update", golden);
    }
    assertThat(golden).exists();
    assertThat(message).isEqualTo(Files.readString(golden));
  }

  private static String nameOf(Path layout) {
    String file = String.valueOf(layout.getFileName());
    return file.substring(0, file.length() - ".xml".length());
  }
}
