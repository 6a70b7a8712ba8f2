package dev.runspaces;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The scripts that one runspace has taken and that have not ended. */
final class Invocations {
  private final RunspaceCore runspace;
  private final Set<Invocation<?>> notEnded = ConcurrentHashMap.newKeySet();

  /**
   * How many scripts are running, one in the midst of the other. For the runspace's thread only.
   */
  private int running;

  Invocations(RunspaceCore runspace) {
    this.runspace = runspace;
  }

  /** Takes a script; its failure is nobody's until somebody asks for the outcome. */
  <T extends @Nullable Object> Invocation<T> begin(Script<T> script) {
    return start(new Invocation<>(runspace, script));
  }

  /** Takes a script for a caller who is going to wait for it, and so learns of its failure. */
  <T extends @Nullable Object> Invocation<T> beginAwaited(Script<T> script) {
    return start(new Invocation<>(runspace, script).observed());
  }

  /** Makes the value of a script, if it has one, the end of its output. */
  static <T extends @Nullable Object> Script<T> writingItsValue(Script<T> script) {
    return context -> {
      T value = script.run(context);
      if (value != null) {
        context.write(value);
      }
      return value;
    };
  }

  void forget(Invocation<?> invocation) {
    notEnded.remove(invocation);
  }

  /** Notes that a script begins. Called on the runspace's thread, as is its counterpart. */
  void enter() {
    if (++running == 1) {
      runspace.lifecycle().moveIfOpen(RunspaceAvailability.BUSY);
    }
  }

  /** Notes that the script which began last has returned. */
  void leave() {
    if (--running == 0) {
      runspace.lifecycle().moveIfOpen(RunspaceAvailability.AVAILABLE);
    }
  }

  boolean isAnyRunning() {
    return notEnded.stream().anyMatch(Invocation::isRunning);
  }

  List<Invocation<?>> list() {
    return List.copyOf(notEnded);
  }

  void stopAll() {
    notEnded.forEach(Invocation::stop);
  }

  void abandonAll() {
    notEnded.forEach(Invocation::abandon);
  }

  private <T extends @Nullable Object> Invocation<T> start(Invocation<T> invocation) {
    requireWork();
    notEnded.add(invocation);
    runspace.worker().run(invocation::run);
    // Closing may have begun meanwhile, and missed it.
    if (!runspace.acceptsWork() && invocation.withdraw()) {
      requireWork();
    }
    return invocation;
  }

  private void requireWork() {
    if (!runspace.acceptsWork()) {
      String help =
          switch (runspace.state()) {
            case BEFORE_OPEN -> "call open() first";
            case OPENING -> "wait until open() has returned";
            default -> "open another with Runspaces.open(\"" + runspace.name() + "\")";
          };
      throw new InvalidRunspaceStateException("begin", runspace, "OPENED", help);
    }
  }
}
