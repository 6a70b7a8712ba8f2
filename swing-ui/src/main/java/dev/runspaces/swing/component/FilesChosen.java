package dev.runspaces.swing.component;

import java.nio.file.Path;
import java.util.List;

/**
 * A file chooser was left.
 *
 * @param component its name
 * @param approved whether the user has chosen, and not cancelled
 * @param files the files chosen; none if it was cancelled
 */
public record FilesChosen(String component, boolean approved, List<Path> files)
    implements ComponentEvent {

  /**
   * Copies the list.
   *
   * @param component its name
   * @param approved whether the user has chosen
   * @param files the files chosen
   */
  public FilesChosen {
    files = List.copyOf(files);
  }
}
