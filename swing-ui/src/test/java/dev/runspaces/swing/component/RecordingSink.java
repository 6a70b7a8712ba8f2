package dev.runspaces.swing.component;

import java.util.ArrayList;
import java.util.List;

/** A sink that remembers what was raised, in order. */
final class RecordingSink implements EventSink {
  private final List<String> raised = new ArrayList<>();

  @Override
  public void raise(String sourceIdentifier, ComponentEvent event) {
    raised.add(sourceIdentifier + ": " + event);
  }

  List<String> raised() {
    return raised;
  }
}
