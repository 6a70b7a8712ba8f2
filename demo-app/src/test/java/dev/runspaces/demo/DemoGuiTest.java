package dev.runspaces.demo;

import static dev.runspaces.swing.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.demo.JavaProcess.Place;
import dev.runspaces.swing.testkit.GuiTest;
import dev.runspaces.swing.testkit.PrivateDisplay;
import java.awt.Rectangle;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process of its own, driven from outside with a pointer and with signals. */
@GuiTest
@EnabledOnOs(
    value = OS.LINUX,
    disabledReason = "looks for the window on a display that has no other")
class DemoGuiTest {
  private static final String[] CLICK_CLICK_CLOSE = {
    "Runspaces before: 0",
    "Button Click Event",
    "Button Click Event",
    "The GUI has been closed.",
    "Runspaces after: 0",
    "Subscriptions after: 0"
  };

  @TempDir private Path folder;

  private JavaProcess demo(String... options) throws Exception {
    return JavaProcess.demo(new Place(folder, PrivateDisplay.name()), options);
  }

  @Test
  void clicksAndTheCloseButtonAreToldLineByLine() throws Exception {
    var user = new Onlooker();
    try (JavaProcess demo = demo()) {
      Rectangle window = user.seeWindow();
      user.clickMiddleOf(window);
      eventually(() -> assertThat(demo.lines()).hasSize(2));
      user.clickMiddleOf(window);
      eventually(() -> assertThat(demo.lines()).hasSize(3));
      user.clickCloseButtonOf(window);
      assertThat(demo.exitCode()).isZero();
      assertThat(demo.lines()).containsExactly(CLICK_CLICK_CLOSE);
      assertThat(demo.diagnostics()).isEmpty();
    }
  }

  @Test
  void aSignalEndsInTheSameLines() throws Exception {
    var user = new Onlooker();
    try (JavaProcess demo = demo("--dark")) {
      Rectangle window = user.seeWindow();
      user.clickMiddleOf(window);
      eventually(() -> assertThat(demo.lines()).hasSize(2));
      user.clickMiddleOf(window);
      eventually(() -> assertThat(demo.lines()).hasSize(3));
      demo.terminate();
      assertThat(demo.exitCode()).isEqualTo(128 + 15);
      assertThat(demo.lines()).containsExactly(CLICK_CLICK_CLOSE);
    }
  }

  @Test
  void aFailingScriptNeedsNoWindowAndIsToldAllTheSame() throws Exception {
    try (JavaProcess demo = demo("--fail")) {
      assertThat(demo.exitCode()).isEqualTo(1);
      assertThat(demo.lines()).contains("Errors Occurred: Test Error");
    }
  }
}
