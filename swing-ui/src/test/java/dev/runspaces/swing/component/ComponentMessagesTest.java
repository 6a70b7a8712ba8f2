package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutReader;
import dev.runspaces.swing.testkit.GoldenFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is said of layouts that ask for what the standard tags do not have. */
class ComponentMessagesTest {
  private final GoldenFiles messages =
      GoldenFiles.in("src/test/resources/dev/runspaces/swing/component/messages");

  @TestFactory
  Stream<DynamicTest> everyBadLayoutGetsItsMessage() throws IOException {
    return messages.tests(ComponentMessagesTest::messageFor);
  }

  @Test
  void thereIsALayoutForEachMessage() throws IOException {
    assertThat(messages.layouts()).hasSizeGreaterThanOrEqualTo(15);
  }

  private static String messageFor(Path layout) throws IOException {
    LayoutDocument document = LayoutReader.read(layout);
    LayoutException refused =
        catchThrowableOfType(
            LayoutException.class, () -> Plan.of(document, ComponentRegistry.standard()));
    assertThat(refused).as("%s is wrong", layout).isNotNull();
    return String.valueOf(refused.getMessage());
  }
}
