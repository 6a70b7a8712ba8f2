package dev.runspaces.swing.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.swing.testkit.GoldenFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is said of texts that are no layouts; see {@link GoldenFiles}. */
class LayoutMessagesTest {
  private final GoldenFiles messages =
      GoldenFiles.in("src/test/resources/dev/runspaces/swing/layout/messages");

  @TestFactory
  Stream<DynamicTest> everyBadLayoutGetsItsMessage() throws IOException {
    return messages.tests(LayoutMessagesTest::messageFor);
  }

  @Test
  void thereIsALayoutForEachMessage() throws IOException {
    assertThat(messages.layouts()).hasSizeGreaterThanOrEqualTo(60);
  }

  private static String messageFor(Path layout) throws IOException {
    try {
      List<LayoutProblem> problems = LayoutReader.read(layout).problems();
      assertThat(problems).as("problems of %s", layout).isNotEmpty();
      return problems.stream().map(LayoutProblem::toString).collect(Collectors.joining("\n"));
    } catch (LayoutException refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
