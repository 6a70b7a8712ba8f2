package dev.runspaces.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.demo.JavaProcess.Place;
import dev.runspaces.demo.Readme.Example;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests that {@code docs/testing.md} and {@code docs/background.md} show, run as shown. */
@Timeout(120)
class TestingPagesTest {
  private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]+)[^)]*\\)");

  @TempDir private Path folder;

  private List<String> run(Example test) throws Exception {
    Place place = Place.withoutDisplay(folder);
    ReadmeTest.compile(place, test);
    List<String> arguments =
        List.of("-Djava.awt.headless=true", TestsOfPage.class.getName(), test.className());
    try (JavaProcess program = JavaProcess.start(place, "java", arguments)) {
      int exitCode = program.exitCode();
      assertThat(exitCode).as(program.diagnostics()).isZero();
      assertThat(program.diagnostics()).doesNotContain("Failures");
      return program.lines();
    }
  }

  @Test
  void aWindowIsTested() throws Exception {
    assertThat(run(Readme.page("testing.md").example("run: test")))
        .containsExactly("4 of 4 passed");
  }

  @Test
  void workInTheBackgroundIsShownCancelledAndToldOf() throws Exception {
    Readme page = Readme.page("background.md");
    for (String layout : List.of("orders", "failure")) {
      Files.writeString(folder.resolve(layout + ".xml"), page.example("layout: " + layout).code());
    }
    ReadmeTest.compile(Place.withoutDisplay(folder), page.example("run: orders"));
    assertThat(run(page.example("run: orders test"))).containsExactly("3 of 3 passed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"testing.md", "background.md"})
  void theLinksLeadSomewhere(String page) throws Exception {
    Path docs = Path.of("..", "docs");
    Matcher link = LINK.matcher(Files.readString(docs.resolve(page)));
    while (link.find()) {
      assertThat(docs.resolve(link.group(1))).exists();
    }
  }
}
