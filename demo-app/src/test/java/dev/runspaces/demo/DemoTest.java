package dev.runspaces.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.demo.JavaProcess.Place;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the demo does where there is no display. With one, see {@link DemoGuiTest}. */
@Timeout(60)
class DemoTest {
  @TempDir private Path folder;

  private JavaProcess demo(String... options) throws Exception {
    return JavaProcess.demo(Place.withoutDisplay(folder), options);
  }

  private Path layout(String text) throws Exception {
    return Files.writeString(folder.resolve("my.xml"), text);
  }

  @Nested
  class Sessions {
    @Test
    void aPictureOfAnotherKindIsRefused() throws Exception {
      Path picture = folder.resolve("picture.jpg");
      try (JavaProcess demo = demo("--snapshot", picture.toString())) {
        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.diagnostics())
            .contains("picture.jpg' would be a PNG all the same; name it so, as in picture.png");
      }
      assertThat(picture).doesNotExist();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is always a display")
    void withoutADisplayTheSameSessionIsPlayedOffscreen() throws Exception {
      try (JavaProcess demo = demo()) {
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.lines())
            .containsExactly(
                "Runspaces before: 0",
                "Button Click Event",
                "Button Click Event",
                "The GUI has been closed.",
                "Runspaces after: 0",
                "Subscriptions after: 0");
        assertThat(demo.diagnostics())
            .contains("There is no usable display: DISPLAY is not set.")
            .contains("The window looked like this: ")
            .doesNotContain("\tat ");
      }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is always a display")
    void aWrongDisplayIsSaidAndTheSessionIsPlayedAllTheSame() throws Exception {
      try (JavaProcess demo = JavaProcess.demo(new Place(folder, ":4242"))) {
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.lines()).hasSize(6).endsWith("Subscriptions after: 0");
        assertThat(demo.diagnostics())
            .contains("There is no usable display: Can't connect to X11")
            .doesNotContain("\tat ");
      }
    }

    @Test
    void aScriptThatFailsIsToldAndEverythingIsReleased() throws Exception {
      try (JavaProcess demo = demo("--fail")) {
        assertThat(demo.exitCode()).isEqualTo(1);
        assertThat(demo.lines())
            .containsExactly(
                "Runspaces before: 0",
                "Errors Occurred: Test Error",
                "Runspaces after: 0",
                "Subscriptions after: 0");
        assertThat(demo.diagnostics()).isEmpty();
      }
    }

    @Test
    void aShellIsUsedTwice() throws Exception {
      try (JavaProcess demo = demo("--reuse")) {
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.lines())
            .containsExactly(
                "Runspaces before: 0", "1st output", "2nd output", "Runspaces after: 0");
        assertThat(demo.diagnostics()).isEmpty();
      }
    }
  }

  @Test
  void aWindowThatEndsTheJvmIsClosedLikeAnyOther() throws Exception {
    try (JavaProcess program =
        JavaProcess.start(
            Place.withoutDisplay(folder), "java", List.of(QuitFromTheEdt.class.getName()))) {
      assertThat(program.exitCode()).isEqualTo(3);
      assertThat(program.lines()).containsExactly("closed");
      assertThat(program.diagnostics()).isEmpty();
    }
  }

  @Nested
  class Layouts {
    @Test
    void aBrokenLayoutIsAnsweredWithAllItsProblems() throws Exception {
      Path broken = layout("<Window>\n  <Buton/>\n  <Button txt='x'/>\n</Window>");
      try (JavaProcess demo = demo("--layout", broken.toString())) {
        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.lines()).isEmpty();
        assertThat(demo.diagnostics())
            .contains("my.xml:2:3: unknown element <Buton>", "my.xml:3:11: ")
            .doesNotContain("\tat ");
      }
    }

    @Test
    void aLayoutThatIsNotThereIsNamed() throws Exception {
      try (JavaProcess demo = demo("--layout", "nowhere.xml")) {
        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.diagnostics())
            .isEqualToIgnoringNewLines("There is no layout file nowhere.xml");
      }
    }

    @Test
    void aFolderIsNoLayout() throws Exception {
      try (JavaProcess demo = demo("--layout", folder.toString())) {
        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.diagnostics())
            .isEqualToIgnoringNewLines(
                "'" + folder + "' is a folder; --layout takes a file, as my.xml");
      }
    }

    @Test
    void aLayoutThatNeedsCodeIsAnsweredInTheSameWay() throws Exception {
      Path mine = layout("<Window><Button text='Go' onClick='#go'/></Window>");
      String picture = folder.resolve("mine.png").toString();
      try (JavaProcess demo = demo("--layout", mine.toString(), "--snapshot", picture)) {
        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.diagnostics())
            .contains("my.xml:1:36: onClick=\"#go\" needs a controller")
            .doesNotContain("Exception");
      }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is always a display")
    void aWindowThatWasNotOpenedHasNoPicture() throws Exception {
      Path mine = layout("<Window><Button text='Go' onClick='#go'/></Window>");
      try (JavaProcess demo = demo("--layout", mine.toString())) {
        assertThat(demo.exitCode()).as("as with --snapshot").isEqualTo(2);
        assertThat(demo.lines().get(1)).startsWith("Errors Occurred: ").contains("controller");
        assertThat(demo.diagnostics()).doesNotContain("looked like");
      }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is always a display")
    void aUsersOwnLayoutIsOpened() throws Exception {
      Path mine = layout("<Window title='Mine' onClosed='Gone'><Label text='Hello'/></Window>");
      try (JavaProcess demo = demo("--layout", mine.toString())) {
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.lines())
            .containsExactly(
                "Runspaces before: 0",
                "The GUI has been closed.",
                "Runspaces after: 0",
                "Subscriptions after: 0");
      }
    }
  }

  @Nested
  class Snapshots {
    @Test
    void aSnapshotIsPaintedWithoutADisplayInLightAndDark() throws Exception {
      assertThat(brightness("light.png")).isGreaterThan(200);
      assertThat(brightness("dark.png", "--dark")).isLessThan(100);
    }

    @Test
    void aFolderThatIsNotThereIsNamedBeforeAnythingIsPainted() throws Exception {
      Path picture = folder.resolve("no/where.png");
      try (JavaProcess demo = demo("--snapshot", picture.toString())) {
        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.diagnostics().lines())
            .containsExactly(
                "Invalid value for option '--snapshot': there is no folder "
                    + picture.getParent()
                    + "; make it first, or name a file in another one",
                "  demo --help lists all options");
      }
    }

    @Test
    void aFolderIsNoPicture() throws Exception {
      try (JavaProcess demo = demo("--snapshot", folder.toString())) {
        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.diagnostics()).contains("' is a folder; name a file in it");
      }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is no such file")
    void aFileThatCannotBeWrittenIsSaidWithoutAStackTrace() throws Exception {
      try (JavaProcess demo = demo("--snapshot", "/dev/full")) {
        assertThat(demo.exitCode()).isEqualTo(1);
        assertThat(demo.diagnostics())
            .startsWith("The picture could not be written: ")
            .doesNotContain("\tat ");
      }
    }

    private int brightness(String file, String... more) throws Exception {
      Path picture = folder.resolve(file);
      var options = new ArrayList<>(List.of(more));
      options.addAll(List.of("--snapshot", picture.toString()));
      try (JavaProcess demo = demo(options.toArray(new String[0]))) {
        assertThat(demo.exitCode()).isZero();
      }
      BufferedImage image = ImageIO.read(picture.toFile());
      return image.getRGB(image.getWidth() / 4, image.getHeight() / 2) & 0xff;
    }
  }

  @Nested
  class CommandLine {
    @Test
    void anUnknownOptionIsAnsweredWithTheNearestOne() throws Exception {
      try (JavaProcess demo = demo("--drak")) {
        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.diagnostics().lines())
            .containsExactly(
                "Unknown option: '--drak'",
                "  did you mean --dark?",
                "  demo --help lists all options");
      }
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "--reuse --fail | --reuse does not go with --fail: it opens no window"
              + " | leave out --reuse or --fail",
          "--dark --reuse | --reuse does not go with --dark: it opens no window"
              + " | leave out --reuse or --dark",
          "--fail --language ar --dark | --fail does not go with --dark and --language:"
              + " its script fails before there is a window"
              + " | leave out --fail or --dark and --language",
          "--window mail --layout my.xml | --window does not go with --layout:"
              + " each names a window to open | leave out --window or --layout"
        })
    void optionsThatContradictEachOtherAreAnsweredWithTheReason(
        String options, String wrong, String right) throws Exception {
      try (JavaProcess demo = demo(options.split(" "))) {
        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.lines()).isEmpty();
        assertThat(demo.diagnostics().lines())
            .containsExactly(wrong, "  " + right, "  demo --help lists all options");
      }
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "--layout | Missing required parameter for option '--layout' (FILE)",
          "--window --dark | Expected parameter for option '--window' but found '--dark'",
          "--dark --dark | option '--dark' should be specified only once",
          "mail | Unmatched argument at index 0: 'mail'",
          "--window main | Invalid value for option '--window': 'main' is none of"
              + " press-me, preferences, customer, mail"
        })
    void aCallThatIsIncompleteIsAnsweredWithWhatIsMissing(String options, String wrong)
        throws Exception {
      try (JavaProcess demo = demo(options.split(" "))) {
        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.lines()).isEmpty();
        assertThat(demo.diagnostics().lines()).startsWith(wrong).doesNotContain("\tat ");
      }
    }

    @Test
    void aLanguageThatCannotBeOneIsRefused() throws Exception {
      try (JavaProcess demo = demo("--language", "ar_EG")) {
        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.diagnostics())
            .contains("--language", "'ar_EG' is not a tag like en or en-GB")
            .doesNotContain("\tat ");
      }
    }

    @Test
    void helpNamesEveryOption() throws Exception {
      try (JavaProcess demo = demo("--help")) {
        assertThat(demo.exitCode()).isZero();
        assertThat(String.join("\n", demo.lines()))
            .contains("--fail", "--reuse", "--layout", "--snapshot", "--dark", "--version")
            .contains("--window", "press-me, preferences,", "--language")
            .contains("0  all went well", "1  the script failed", "2  the call or the layout");
      }
    }

    @Test
    void versionTellsThisVersionAndJavas() throws Exception {
      try (JavaProcess demo = demo("--version")) {
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.lines().get(0)).matches("Runspaces for Java \\d+\\.\\d+.*");
      }
    }
  }
}
