package dev.runspaces.swing.include;

import dev.runspaces.swing.layout.LayoutElement;
import java.util.List;
import java.util.Map;

/**
 * What holds in one file, each time that it is included. Immutable.
 *
 * @param way the files from the first to this one, which is the last
 * @param parameters what the file was told
 * @param styles its styles
 * @param space what its names begin with
 * @param fills what goes into its slots, by their names
 */
record Scope(
    List<String> way,
    Parameters parameters,
    StyleSheet styles,
    String space,
    Map<String, List<LayoutElement>> fills) {

  /** Returns where the folder of the file is. */
  String folder() {
    return path().substring(0, path().lastIndexOf('/') + 1);
  }

  /** Returns where the file is. */
  String path() {
    return way.get(way.size() - 1);
  }
}
