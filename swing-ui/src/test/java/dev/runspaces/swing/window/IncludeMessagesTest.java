package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.testkit.GoldenFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is said of layouts that include what they cannot, or not so. */
class IncludeMessagesTest {
  private final GoldenFiles messages =
      GoldenFiles.in("src/test/resources/dev/runspaces/swing/include");

  @TestFactory
  Stream<DynamicTest> everyBadLayoutGetsItsMessage() throws IOException {
    return messages.tests(IncludeMessagesTest::messageFor);
  }

  private static String messageFor(Path layout) {
    LayoutException refused =
        catchThrowableOfType(LayoutException.class, () -> Layouts.load(layout));
    assertThat(refused).as("%s is wrong", layout).isNotNull();
    return String.valueOf(refused.getMessage());
  }
}
