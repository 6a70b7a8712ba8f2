package dev.runspaces.swing.layout;

import javax.swing.JButton;

/** Does what no class of this package may: knows a component. See ArchitectureTest. */
public final class BreachOfArchitecture {
  private BreachOfArchitecture() {}

  /**
   * Knows a button.
   *
   * @param button the button
   * @return its text
   */
  public static String textOf(JButton button) {
    return button.getText();
  }
}
