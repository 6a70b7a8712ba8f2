package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.swing.layout.LayoutReader;
import dev.runspaces.swing.testkit.OtherJvm;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the first plan of a JVM costs is mostly the classes that are loaded for it. That is counted
 * here, not timed.
 */
class FirstPlanTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Reads a window with one button, in a JVM that has read none before. */
  static final class OneButton {
    private OneButton() {}

    public static void main(String[] arguments) throws Exception {
      Plan plan =
          Plan.of(
              LayoutReader.read(
                  "one-button.xml", "<Window><Button text='Save' onClick='Saved'/></Window>"),
              ComponentRegistry.standard());
      System.out.println("planned " + plan.warnings());
    }
  }

  @Test
  void aButtonNeedsNoClassOfOtherComponentsOrOfWhatItDoesNotUse() throws Exception {
    OtherJvm.Result result = OtherJvm.run(PATIENCE, List.of("-Xlog:class+load"), OneButton.class);

    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(result.output())
        .as("that the log is as it is read here")
        .contains("planned []", " javax.swing.JButton ", ".component.StandardTags ");
    assertThat(result.output())
        .as("other components")
        .doesNotContain(
            " javax.swing.JSlider ",
            " javax.swing.JSpinner ",
            " javax.swing.JComboBox ",
            " javax.swing.JFileChooser ",
            " javax.swing.JColorChooser ",
            " javax.swing.JInternalFrame ",
            " javax.swing.JTabbedPane ",
            " javax.swing.JTable ");
    assertThat(result.output())
        .as("icons, bindings and places that it does not have")
        .doesNotContain(".component.IconReader ", ".component.Bindable ", ".component.PosLinks ");
  }

  /** There are 123; each more takes about half a millisecond of the program's start. */
  @Test
  void aButtonNeedsFewClassesOfTheLibrary() throws Exception {
    OtherJvm.Result result = OtherJvm.run(PATIENCE, List.of("-Xlog:class+load"), OneButton.class);

    long ours =
        result.output().lines().filter(line -> line.contains(" dev.runspaces.swing.")).count();
    assertThat(ours).as(result.output()).isBetween(50L, 125L);
  }
}
