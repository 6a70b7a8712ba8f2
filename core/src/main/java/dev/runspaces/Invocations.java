package dev.runspaces;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The scripts that one runspace has taken and that have not ended. */
final class Invocations {
  private final RunspaceCore runspace;

  /** Null until there is one. Written under {@code this}. */
  private volatile @Nullable Set<Invocation<?>> notEnded;

  private final UnaskedErrors unaskedErrors = new UnaskedErrors();

  /**
   * How many scripts are running, one in the midst of the other. For the runspace's thread only.
   */
  private int running;

  Invocations(RunspaceCore runspace) {
    this.runspace = runspace;
  }

  /** Takes a script; its failure is nobody's until somebody asks for the outcome. */
  <T extends @Nullable Object> Invocation<T> begin(Task<T> task) {
    return start(new Invocation<>(runspace, task));
  }

  /** Takes a script for a caller who is going to wait for it. */
  <T extends @Nullable Object> Invocation<T> begin(Task<T> task, Caller caller) {
    return start(caller.of(new Invocation<>(runspace, task)));
  }

  private synchronized Set<Invocation<?>> makeRoom() {
    Set<Invocation<?>> made = notEnded;
    if (made == null) {
      made = ConcurrentHashMap.newKeySet();
      notEnded = made;
    }
    return made;
  }

  private Set<Invocation<?>> all() {
    Set<Invocation<?>> taken = notEnded;
    return taken == null ? Set.of() : taken;
  }

  /** Takes an invocation that somebody else will have run. */
  void adopt(Invocation<?> invocation) {
    Set<Invocation<?>> taken = notEnded;
    (taken == null ? makeRoom() : taken).add(invocation);
    invocation.writesFromNowOn();
  }

  /** Runs, as this runspace's next work, an invocation that was begun elsewhere. */
  void run(Invocation<?> invocation) {
    invocation.moveTo(runspace);
    runspace.worker().run(invocation::run);
    if (!runspace.acceptsWork()) {
      invocation.stop(); // closing may have begun meanwhile, and missed it
    }
    Nesting.lookAgain(runspace); // somebody may have begun something else in it, which waits
  }

  void forget(Invocation<?> invocation) {
    Set<Invocation<?>> taken = notEnded;
    if (taken != null) {
      taken.remove(invocation);
    }
  }

  /** Notes that a script begins. Called on the runspace's thread, as is its counterpart. */
  void enter() {
    if (++running == 1) {
      runspace.lifecycle().moveWhileOpen(RunspaceAvailability.BUSY);
    }
  }

  /** Notes that the script which began last has returned. */
  void leave() {
    if (--running == 0) {
      runspace.lifecycle().moveWhileOpen(RunspaceAvailability.AVAILABLE);
    }
  }

  boolean isAnyRunning() {
    return all().stream().anyMatch(Invocation::isRunning);
  }

  List<Invocation<?>> list() {
    return List.copyOf(all());
  }

  void stopAll() {
    all().forEach(Invocation::stop);
  }

  /** Ends what has not ended: the runspace is closed. */
  void abandonAll() {
    all().forEach(Invocation::abandon);
    unaskedErrors.close();
  }

  UnaskedErrors unaskedErrors() {
    return unaskedErrors;
  }

  /** Takes an invocation of this runspace that nobody has begun. */
  <T extends @Nullable Object> Invocation<T> start(Invocation<T> invocation) {
    requireWork();
    adopt(invocation);
    runspace.worker().run(invocation::run);
    // Closing may have begun meanwhile, and missed it.
    if (!runspace.acceptsWork() && invocation.withdraw()) {
      requireWork();
    }
    return invocation;
  }

  /** Takes an invocation as {@link #start} does, for who has it already. */
  void startNow(Invocation<?> invocation) {
    Invocation<?> unused = start(invocation);
  }

  void requireWork() {
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
