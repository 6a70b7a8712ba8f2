package dev.runspaces.swing.component;

import java.util.Objects;
import javax.swing.JList;
import javax.swing.JTabbedPane;

/** What is selected of the items of a list, or of tabs, as a value. For the EDT. */
final class Selections {
  private Selections() {}

  static Bindable ofTabs() {
    return new Bindable(
        Integer.class,
        it -> ((JTabbedPane) it).getSelectedIndex(),
        (it, value) -> {
          JTabbedPane tabs = (JTabbedPane) it;
          requireItem((Integer) value, tabs.getTabCount(), "tabs");
          tabs.setSelectedIndex((Integer) value);
        },
        (it, edited) -> ((JTabbedPane) it).addChangeListener(change -> edited.run()));
  }

  static Bindable ofIndexInList() {
    return new Bindable(
        Integer.class,
        it -> list(it).getSelectedIndex(),
        (it, value) -> {
          list(it).clearSelection(); // what does not have it shows none
          requireItem((Integer) value, list(it).getModel().getSize(), "items");
          list(it).setSelectedIndex((Integer) value);
        },
        Selections::onSelect);
  }

  static Bindable ofTextInList() {
    return new Bindable(
        String.class,
        it -> Objects.toString(list(it).getSelectedValue(), ""),
        (it, value) -> choose(list(it), (String) value),
        Selections::onSelect);
  }

  private static void choose(JList<?> list, String text) {
    list.clearSelection();
    for (int index = 0; index < list.getModel().getSize(); index++) {
      if (text.equals(String.valueOf(list.getModel().getElementAt(index)))) {
        list.setSelectedIndex(index);
        list.ensureIndexIsVisible(index);
        return;
      }
    }
    if (!text.isEmpty()) {
      throw new IllegalArgumentException("\"" + text + "\" is none of its items");
    }
  }

  /** Nothing is selected at -1. */
  private static void requireItem(int index, int count, String items) {
    if (index < -1 || index >= count) {
      throw new IllegalArgumentException(
          "it has " + count + " " + items + ", and none at " + index);
    }
  }

  /** What a mouse passes over while it is pressed is not chosen yet. */
  private static void onSelect(Object it, Runnable edited) {
    list(it)
        .addListSelectionListener(
            change -> {
              if (!change.getValueIsAdjusting()) {
                edited.run();
              }
            });
  }

  private static JList<?> list(Object it) {
    return (JList<?>) it;
  }
}
