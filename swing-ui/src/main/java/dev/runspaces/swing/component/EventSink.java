package dev.runspaces.swing.component;

/** Where the events of a window go: into its runspace, or into a test. */
@FunctionalInterface
public interface EventSink {

  /**
   * Takes one event. Called on the EDT; must return at once and must not throw.
   *
   * @param sourceIdentifier the name that the layout gave to the event
   * @param event what happened
   */
  void raise(String sourceIdentifier, ComponentEvent event);
}
