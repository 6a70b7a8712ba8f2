package dev.runspaces;

import java.util.List;

/** The scripts of a shell as one. */
record Statements(List<Statement> statements, ErrorPolicy onError) implements Script<List<Object>> {

  /** One script, and what it is given. */
  record Statement(Script<?> script, Arguments arguments) {}

  @Override
  public List<Object> run(ScriptContext context) throws Exception {
    for (Statement statement : statements) {
      context.throwIfStopping();
      run(statement, ((InvocationContext) context).with(statement.arguments));
    }
    return context.output();
  }

  private void run(Statement statement, InvocationContext context) throws Exception {
    try {
      Object value = statement.script.run(context);
      if (value != null) {
        context.write(value);
      }
    } catch (Throwable failure) {
      if (onError == ErrorPolicy.STOP || context.isStopping()) {
        throw failure;
      }
      context.writeError(failure);
    }
  }
}
