package dev.runspaces.swing.component;

import java.util.function.Consumer;

/** An {@code <Item>} of a list: its text, and whether it is selected at first. For the EDT. */
final class ListItem {
  private String text = "";
  private boolean selected;
  private Consumer<String> shown = before -> {};

  void setText(String text) {
    String before = this.text;
    this.text = text;
    shown.accept(before);
  }

  /** Says what to do when it gets another text; called with the one that it had. */
  void whenChanged(Consumer<String> shown) {
    this.shown = shown;
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
