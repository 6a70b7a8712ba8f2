package dev.runspaces.demo;

import static dev.runspaces.swing.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.demo.JavaProcess.Place;
import dev.runspaces.demo.Readme.Example;
import dev.runspaces.swing.testkit.GuiTest;
import dev.runspaces.swing.testkit.PrivateDisplay;
import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's windows: compiled, run as programs of their own, clicked and closed. */
@GuiTest
@EnabledOnOs(
    value = OS.LINUX,
    disabledReason = "looks for the window on a display that has no other")
class ReadmeGuiTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"run: window", "run: subscribers"})
  void oneClickAndTheCloseButtonPrintWhatIsSaid(String mark) throws Exception {
    Example example = Readme.read().example(mark);
    Place place = new Place(folder, PrivateDisplay.name());
    ReadmeTest.compile(place, example);
    Files.writeString(folder.resolve("press-me.xml"), Readme.read().example("layout").code());
    var user = new Onlooker();
    try (JavaProcess program = JavaProcess.start(place, "java", List.of(example.className()))) {
      Rectangle window = user.seeWindow();
      user.clickMiddleOf(window);
      eventually(() -> assertThat(program.lines()).hasSize(1));
      user.clickCloseButtonOf(window);
      assertThat(program.exitCode()).isZero();
      assertThat(program.lines()).isEqualTo(example.printed().lines().toList());
    }
  }
}
