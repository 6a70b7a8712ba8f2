package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutElement;

/** The titles of a table's columns, which only a scroll pane shows. */
final class TableTitles {
  private static final String SCROLL_PANE = "ScrollPane";

  /** Asked for by whoever asks more, so that this class is loaded where there is one. */
  static final String TABLE = "Table";

  private static final String TITLE = "title";

  private TableTitles() {}

  /** Tells whether nobody will see those of a table in another element. */
  static boolean areHidden(LayoutElement table, LayoutElement around) {
    return !around.tag().equals(SCROLL_PANE)
        && table.children().stream().anyMatch(column -> column.attribute(TITLE).isPresent());
  }
}
