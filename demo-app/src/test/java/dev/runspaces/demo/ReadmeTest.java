package dev.runspaces.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runspaces.demo.JavaProcess.Place;
import dev.runspaces.demo.Readme.Example;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's examples that need no display; the others are in {@link ReadmeGuiTest}. */
@Timeout(60)
class ReadmeTest {
  @TempDir private Path folder;

  /** Compiles an example just as it stands, with all warnings on. */
  static void compile(Place place, Example example) throws Exception {
    Path source = place.folder().resolve(example.className() + ".java");
    Files.writeString(source, example.code());
    try (JavaProcess javac =
        JavaProcess.start(
            place, "javac", List.of("-Xlint:all,-classfile,-path", "-Werror", source.toString()))) {
      int exitCode = javac.exitCode();
      assertThat(exitCode).as("javac: %s", javac.diagnostics()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"run: worker", "run: connected", "run: many"})
  void aProgramPrintsWhatIsSaid(String mark) throws Exception {
    Example example = Readme.read().example(mark);
    Place place = Place.withoutDisplay(folder);
    compile(place, example);
    try (JavaProcess program = JavaProcess.start(place, "java", List.of(example.className()))) {
      assertThat(program.exitCode()).isZero();
      assertThat(program.lines()).isEqualTo(example.printed().lines().toList());
    }
  }

  @Test
  void theMistakesInALayoutAreToldAsIsSaid() throws Exception {
    Example example = Readme.read().example("mistakes");
    LayoutException refused =
        catchThrowableOfType(
            LayoutException.class,
            () ->
                Plan.of(
                    LayoutReader.read("address.xml", example.code()),
                    ComponentRegistry.standard()));
    assertThat(refused).hasMessage(example.printed().strip());
  }

  @Test
  void theLayoutThatIsShownIsTheDemos() throws Exception {
    String shown = Readme.read().example("layout").code();
    Path demos = Path.of("src/main/resources/dev/runspaces/demo/press-me.xml");
    assertThat(demos).hasContent(shown);
  }
}
