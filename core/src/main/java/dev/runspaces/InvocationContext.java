package dev.runspaces;

import dev.runspaces.event.EventManager;
import dev.runspaces.stream.DataCollection;
import dev.runspaces.stream.Progress;
import dev.runspaces.stream.StreamItem;
import dev.runspaces.stream.StreamName;
import java.util.List;

/** The runspace, as one script of an invocation sees it. */
record InvocationContext(Invocation<?> invocation, Arguments arguments) implements ScriptContext {

  /** Returns the same for a script that has been given something. */
  InvocationContext with(Arguments others) {
    return new InvocationContext(invocation, others);
  }

  @Override
  public Runspace runspace() {
    return invocation.runspace();
  }

  @Override
  public EventManager events() {
    return runspace().events();
  }

  @Override
  public Variables variables() {
    return runspace().variables();
  }

  @Override
  public DataCollection<Object> input() {
    return invocation.input();
  }

  @Override
  public void write(Object value) {
    write(StreamName.OUTPUT, value);
  }

  @Override
  public void writeError(Throwable error) {
    // First what cannot be refused: a stream may have been completed by whoever reads it.
    invocation.reportError(error);
    write(StreamName.ERROR, error);
  }

  @Override
  public void writeWarning(String text) {
    write(StreamName.WARNING, text);
  }

  @Override
  public void writeVerbose(String text) {
    write(StreamName.VERBOSE, text);
  }

  @Override
  public void writeDebug(String text) {
    write(StreamName.DEBUG, text);
  }

  @Override
  public void writeInformation(Object information) {
    write(StreamName.INFORMATION, information);
  }

  @Override
  public void writeProgress(Progress progress) {
    write(StreamName.PROGRESS, progress);
  }

  @Override
  public List<Object> output() {
    return invocation.output();
  }

  @Override
  public boolean isStopping() {
    return invocation.noticesStop();
  }

  @Override
  public void throwIfStopping() {
    if (isStopping()) {
      throw new InvocationStoppedException(runspace().name(), null);
    }
  }

  private void write(StreamName stream, Object value) {
    invocation.write(new StreamItem(stream, value));
  }
}
