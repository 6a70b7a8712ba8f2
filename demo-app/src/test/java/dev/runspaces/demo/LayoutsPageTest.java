package dev.runspaces.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/layouts.md} shows parts of the demo's own windows, which other tests open. */
class LayoutsPageTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path WINDOWS = Path.of("src/main/resources/dev/runspaces/demo");
  private static final Pattern EXAMPLE = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");

  private static String page() throws IOException {
    return Files.readString(DOCS.resolve("layouts.md"));
  }

  @Test
  void itsExamplesAreInTheWindowsOfTheDemo() throws IOException {
    List<String> known;
    try (Stream<Path> files = Files.list(WINDOWS)) {
      List<Path> windows = files.filter(file -> file.toString().endsWith(".xml")).toList();
      known = windows.stream().flatMap(LayoutsPageTest::lines).map(String::strip).toList();
    }
    Matcher example = EXAMPLE.matcher(page());
    int found = 0;
    while (example.find()) {
      found++;
      assertThat(example.group(1).lines().map(String::strip)).isSubsetOf(known);
    }
    assertThat(found).isEqualTo(3);
  }

  @Test
  void itsLinksAndPicturesLeadSomewhere() throws IOException {
    Matcher link = LINK.matcher(page());
    while (link.find()) {
      assertThat(DOCS.resolve(link.group(1))).exists();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
