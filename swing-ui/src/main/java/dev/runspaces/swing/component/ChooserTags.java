package dev.runspaces.swing.component;

import java.awt.Color;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.JColorChooser;
import javax.swing.JFileChooser;

/** The tags of what chooses a file or a color. */
final class ChooserTags {
  private static final ValueType<Integer> DIALOG_TYPE =
      ValueType.oneOf(Map.of("open", JFileChooser.OPEN_DIALOG, "save", JFileChooser.SAVE_DIALOG));
  private static final ValueType<Integer> FILE_SELECTION =
      ValueType.oneOf(
          Map.of(
              "files", JFileChooser.FILES_ONLY,
              "directories", JFileChooser.DIRECTORIES_ONLY,
              "filesAndDirectories", JFileChooser.FILES_AND_DIRECTORIES));

  private ChooserTags() {}

  static List<Tag<?>> all() {
    return List.of(fileChooser(), colorChooser());
  }

  /** Which folder it shows is said by code: a layout does not look at files. */
  private static Tag<JFileChooser> fileChooser() {
    return Tag.of("FileChooser", JFileChooser.class, JFileChooser::new)
        .property("dialogType", DIALOG_TYPE, JFileChooser::setDialogType)
        .property("fileSelectionMode", FILE_SELECTION, JFileChooser::setFileSelectionMode)
        .property("multiSelectionEnabled", ValueType.FLAG, JFileChooser::setMultiSelectionEnabled)
        .property("fileHidingEnabled", ValueType.FLAG, JFileChooser::setFileHidingEnabled)
        .property("controlButtonsAreShown", ValueType.FLAG, JFileChooser::setControlButtonsAreShown)
        .event(
            "onAction",
            FilesChosen.class,
            (chooser, raise) ->
                chooser.addActionListener(
                    action ->
                        raise.accept(
                            choiceOf(
                                chooser,
                                JFileChooser.APPROVE_SELECTION.equals(
                                    action.getActionCommand())))));
  }

  private static FilesChosen choiceOf(JFileChooser chooser, boolean approved) {
    Stream<File> files =
        chooser.isMultiSelectionEnabled()
            ? Stream.of(chooser.getSelectedFiles())
            : Stream.ofNullable(chooser.getSelectedFile());
    List<Path> paths = approved ? files.map(File::toPath).toList() : List.of();
    return new FilesChosen(StandardTags.nameOf(chooser), approved, paths);
  }

  private static Tag<JColorChooser> colorChooser() {
    return Tag.of("ColorChooser", JColorChooser.class, JColorChooser::new)
        .property("color", SwingValues.COLOR, JColorChooser::setColor)
        .event(
            "onChange",
            ColorChosen.class,
            (chooser, raise) ->
                chooser
                    .getSelectionModel()
                    .addChangeListener(
                        change ->
                            raise.accept(
                                new ColorChosen(
                                    StandardTags.nameOf(chooser), textOf(chooser.getColor())))));
  }

  /** As a layout writes it. */
  private static String textOf(Color color) {
    return String.format("#%06x", color.getRGB() & 0xffffff);
  }
}
