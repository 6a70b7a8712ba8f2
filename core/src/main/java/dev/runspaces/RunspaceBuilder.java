package dev.runspaces;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Overflow;
import dev.runspaces.thread.ThreadPolicy;
import dev.runspaces.thread.WaitRefusedException;
import dev.runspaces.thread.WaitTimeoutException;
import dev.runspaces.worker.Carrier;
import dev.runspaces.worker.Carriers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Describes a runspace before it is opened. PowerShell's {@code InitialSessionState}. For one
 * thread.
 */
public final class RunspaceBuilder {
  private static final Duration LONGEST_SPIN = Duration.ofSeconds(1);

  private final String name;
  private final @Nullable RunspaceCore parent;
  private final Map<String, Object> variables = new LinkedHashMap<>();
  private final List<Script<?>> startup = new ArrayList<>();
  private @Nullable Consumer<ErrorOccurred> uncaught;
  private ThreadPolicy threads = ThreadPolicy.REUSE;
  private @Nullable Executor executor;
  private Overflow overflow = Overflow.unbounded();
  private Duration spinning = Duration.ZERO;

  RunspaceBuilder(String name, @Nullable RunspaceCore parent) {
    Objects.requireNonNull(name, "a runspace needs a name");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a runspace needs a name that is not blank");
    }
    this.name = name;
    this.parent = parent;
  }

  /**
   * Sets a variable that the runspace has from the beginning.
   *
   * @param variable its name
   * @param value its value
   * @return this builder
   */
  public RunspaceBuilder variable(String variable, Object value) {
    Objects.requireNonNull(variable, "variable: a variable needs a name");
    Objects.requireNonNull(
        value, () -> "variable(\"" + variable + "\"): null is no value; leave it out instead");
    variables.put(variable, value);
    return this;
  }

  /**
   * Says which threads the runspace's code runs on; {@link ThreadPolicy#REUSE} if nothing is said.
   *
   * @param policy which
   * @return this builder
   */
  public RunspaceBuilder threads(ThreadPolicy policy) {
    threads = Objects.requireNonNull(policy, "threads: a policy is needed");
    executor = null;
    return this;
  }

  /**
   * Has the runspace's code run on threads of the program's own, one piece at a time and in order,
   * however many threads there are. An executor that refuses, because it was shut down, or fails is
   * replaced by a thread, so that nothing accepted is lost, and the log says so.
   *
   * <p>A wait inside keeps its thread. Where it is for a script that waits for one of the same
   * executor's threads, and none is free within a moment, it lends that script its own; a wait for
   * anything else, such as an event, does not: there must be a thread for whoever raises that.
   *
   * @param borrowed whose threads; it must not run what it is given in {@code execute} itself
   * @return this builder
   */
  public RunspaceBuilder threads(Executor borrowed) {
    executor = Objects.requireNonNull(borrowed, "threads: an executor is needed");
    return this;
  }

  /**
   * Adds a script that runs in the runspace before it counts as opened. If it throws, the runspace
   * is {@link RunspaceState#BROKEN}, and opening it throws a {@link RunspaceOpenException}.
   *
   * @param script the script
   * @return this builder
   */
  public RunspaceBuilder startup(Script<?> script) {
    startup.add(Objects.requireNonNull(script, "startup: a script is needed"));
    return this;
  }

  /**
   * Says how many events may wait to be delivered in the runspace, its own and those from below,
   * and what becomes of one too many; {@link Overflow#unbounded()} if nothing is said.
   *
   * @param policy what to do
   * @return this builder
   */
  public RunspaceBuilder overflow(Overflow policy) {
    overflow = Objects.requireNonNull(policy, "overflow: a policy is needed");
    return this;
  }

  /**
   * Says how long the runspace's thread looks out for further events after the last one before it
   * sleeps. Who raises one meanwhile need not wake it, which takes some ten microseconds: it is
   * delivered within one. The processor is busy all that time, so there should be one to spare.
   * Without it the thread looks out for some microseconds where events come in quick succession.
   *
   * <p>It makes no difference under {@link ThreadPolicy#CURRENT} and {@link ThreadPolicy#NEW}, and
   * on shared threads it keeps others waiting.
   *
   * @param longest from zero, which stands for as if it were not said, to a second
   * @return this builder
   * @throws IllegalArgumentException if it is negative or longer
   */
  public RunspaceBuilder spinning(Duration longest) {
    Objects.requireNonNull(longest, "spinning: a duration is needed");
    if (longest.isNegative() || longest.compareTo(LONGEST_SPIN) > 0) {
      throw new IllegalArgumentException(
          "spinning(" + longest + "): from zero to " + LONGEST_SPIN + " is possible");
    }
    spinning = longest;
    return this;
  }

  /**
   * Says what becomes of errors in this runspace, and in those below it, that no event handler and
   * nobody who awaits an invocation has had. Without it they go to the parent's, and at the root to
   * the log. As somebody may await an invocation after it has failed, its error comes here two
   * seconds later, or when the runspace, or the pool, is closed; error events are not held back.
   * Who has waited, but not until the end, has not had it.
   *
   * @param handler called on whatever thread finds out; it should be quick
   * @return this builder
   */
  public RunspaceBuilder uncaught(Consumer<ErrorOccurred> handler) {
    uncaught = Objects.requireNonNull(handler, "uncaught: a handler is needed");
    return this;
  }

  /**
   * Makes the runspace, {@link RunspaceState#BEFORE_OPEN}: for listeners that should see it open.
   *
   * @return a new runspace; call {@link Runspace#open()}
   * @throws UnsupportedOperationException if {@link ThreadPolicy#VIRTUAL} is asked of a JVM before
   *     Java 21
   */
  public Runspace create() {
    return new RunspaceCore(this).handle();
  }

  /**
   * Makes the runspace and opens it.
   *
   * @return a new runspace, {@link RunspaceState#OPENED}
   * @throws RunspaceOpenException if its start-up script fails
   * @throws InvalidRunspaceStateException if the parent is not open
   * @throws WaitRefusedException if there is a start-up script and this thread must not wait
   */
  public Runspace open() {
    return create().open();
  }

  /**
   * Makes the runspace and opens it, but waits no longer than this for its start-up.
   *
   * @param timeout how long to wait at most, from zero
   * @return a new runspace, {@link RunspaceState#OPENED}
   * @throws WaitTimeoutException if the time runs out; its start-up is asked to stop then, and it
   *     is {@link RunspaceState#BROKEN}
   * @throws RunspaceOpenException if its start-up script fails
   * @throws InvalidRunspaceStateException if the parent is not open
   * @throws WaitRefusedException if there is a start-up script and this thread must not wait
   */
  public Runspace open(Duration timeout) {
    return create().open(timeout);
  }

  /**
   * Makes the runspace and begins to open it, without waiting for its start-up: for threads that
   * must not wait.
   *
   * @return ends when it is {@link RunspaceState#OPENED}, or with what {@link #open} would throw;
   *     cancelling it closes the runspace
   * @throws InvalidRunspaceStateException if the parent is not open
   */
  public CompletableFuture<Runspace> openAsync() {
    return create().openAsync();
  }

  String name() {
    return name;
  }

  Carrier carrier() {
    String threadName = "runspace-" + name;
    return executor == null ? Carriers.of(threads, threadName) : Carriers.on(executor, threadName);
  }

  Duration spinning() {
    return spinning;
  }

  Overflow overflow() {
    return overflow;
  }

  @Nullable RunspaceCore parent() {
    return parent;
  }

  Map<String, Object> variables() {
    return variables;
  }

  List<Script<?>> startup() {
    return List.copyOf(startup);
  }

  @Nullable Consumer<ErrorOccurred> uncaught() {
    return uncaught;
  }
}
