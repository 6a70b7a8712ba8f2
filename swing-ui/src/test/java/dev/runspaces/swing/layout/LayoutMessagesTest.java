package dev.runspaces.swing.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each bad layout in {@code messages} against the words that its author will read. The words are in
 * the {@code .golden} file beside it, so that a change to them is seen in review; run with {@code
 * -Dgolden.update=true} to write these files anew.
 */
class LayoutMessagesTest {
  private static final Path MESSAGES =
      Path.of("src/test/resources/dev/runspaces/swing/layout/messages"); // from the module's folder
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @TestFactory
  Stream<DynamicTest> everyBadLayoutGetsItsMessage() throws IOException {
    return badLayouts().stream()
        .map(layout -> DynamicTest.dynamicTest(nameOf(layout), () -> check(layout)));
  }

  @Test
  void thereIsALayoutForEachMessage() throws IOException {
    assertThat(badLayouts()).hasSizeGreaterThanOrEqualTo(30);
  }

  private static void check(Path layout) throws IOException {
    String message = messageFor(layout) + "\n";
    Path golden = layout.resolveSibling(nameOf(layout) + ".golden");
    if (UPDATE) {
      Files.writeString(golden, message);
      fail("rewrote %s; look at it, then run again without -Dgolden.update", golden);
    }
    assertThat(golden).exists();
    assertThat(message).isEqualTo(Files.readString(golden));
  }

  private static String messageFor(Path layout) throws IOException {
    try {
      List<LayoutProblem> problems = LayoutReader.read(layout).problems();
      assertThat(problems).as("problems of %s", layout).isNotEmpty();
      return problems.stream().map(LayoutProblem::toString).collect(Collectors.joining("\n"));
    } catch (LayoutException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static List<Path> badLayouts() throws IOException {
    try (Stream<Path> files = Files.list(MESSAGES)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private static String nameOf(Path layout) {
    String file = layout.getFileName().toString();
    return file.substring(0, file.length() - ".xml".length());
  }
}
