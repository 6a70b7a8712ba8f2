package dev.runspaces.swing.component;

/**
 * Lets the events of components through until they are taken away: code may still have them, and
 * click what nobody sees. For the EDT.
 */
final class Gate implements EventSink {
  private final EventSink sink;
  private boolean closed;

  Gate(EventSink sink) {
    this.sink = sink;
  }

  @Override
  public void raise(String sourceIdentifier, ComponentEvent event) {
    if (!closed) {
      sink.raise(sourceIdentifier, event);
    }
  }

  boolean isClosed() {
    return closed || (sink instanceof Gate outer && outer.isClosed());
  }

  void close() {
    closed = true;
  }
}
