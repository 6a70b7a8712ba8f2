package dev.runspaces.swing.component;

/** Where the components stand that are repeated for the items of a list. For the EDT. */
final class RepeatPanel extends Plain.Panel {
  private static final long serialVersionUID = 1L;

  RepeatPanel() {
    setOpaque(false);
  }
}
