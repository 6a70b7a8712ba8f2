package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.NearestNames;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Container;
import java.util.Set;
import java.util.TreeSet;

/** A card layout that knows its cards: Swing's own ignores a name that there is not. */
final class Cards extends CardLayout {
  private static final long serialVersionUID = 1L;

  // Nobody keeps a window in a file.
  private final transient Set<String> names = new TreeSet<>();

  Cards(int across, int down) {
    super(across, down);
  }

  @Override
  public void addLayoutComponent(Component card, Object name) {
    super.addLayoutComponent(card, name);
    names.add(String.valueOf(name));
  }

  /** Shows a card. On the EDT. */
  void showCard(Container container, String name) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "no card is named \"" + name + "\"; " + NearestNames.hint(name, names, "it has none"));
    }
    show(container, name);
  }
}
