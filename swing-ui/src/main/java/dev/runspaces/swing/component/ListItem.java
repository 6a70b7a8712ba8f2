package dev.runspaces.swing.component;

/** An {@code <Item>} of a list: its text, and whether it is selected at first. For the EDT. */
final class ListItem {
  private String text = "";
  private boolean selected;

  void setText(String text) {
    this.text = text;
  }

  boolean isSelected() {
    return selected;
  }

  void setSelected(boolean selected) {
    this.selected = selected;
  }

  String text() {
    return text;
  }
}
