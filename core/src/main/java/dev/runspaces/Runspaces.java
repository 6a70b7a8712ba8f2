package dev.runspaces;

import com.google.common.eventbus.EventBus;
import dev.runspaces.delivery.NamePattern;
import dev.runspaces.event.Registration;
import dev.runspaces.eventbus.ScopedListeners;
import dev.runspaces.thread.WaitRefusedException;
import dev.runspaces.thread.WaitTimeoutException;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import dev.runspaces.worker.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The entry: opens runspaces, and finds those that are open. PowerShell's {@code RunspaceFactory}
 * and {@code Get-Runspace}.
 *
 * <pre>{@code
 * try (Runspace worker = Runspaces.open("worker")) {
 *   int answer = worker.invoke(context -> 6 * 7);
 * }
 * }</pre>
 *
 * <p>All methods may be called on any thread.
 */
public final class Runspaces {
  private Runspaces() {}

  /**
   * Opens a runspace without a parent.
   *
   * @param name its name, for messages, logs and its thread; not blank, need not be unique
   * @return the runspace, open
   */
  public static Runspace open(String name) {
    return builder(name).open();
  }

  /**
   * Starts to describe a runspace without a parent.
   *
   * @param name its name
   * @return a builder
   */
  public static RunspaceBuilder builder(String name) {
    return new RunspaceBuilder(name, null);
  }

  /**
   * Starts to describe a pool of runspaces.
   *
   * @param name its name, and the beginning of theirs; not blank
   * @return a builder
   */
  public static RunspacePoolBuilder pool(String name) {
    return new RunspacePoolBuilder(name);
  }

  /** {@return the runspaces that are open, or being opened or closed, oldest first; immutable} */
  public static List<Runspace> all() {
    return Registry.instance().all().stream().map(RunspaceCore::handle).toList();
  }

  /** {@return how many runspaces are open, or being opened or closed} */
  public static int count() {
    return Registry.instance().all().size();
  }

  /**
   * Finds the oldest runspace of a name among those that are open, or being opened or closed.
   *
   * @param pattern the name, case ignored; {@code *} stands for any characters, {@code ?} for one
   * @return the runspace, or empty if there is none
   */
  public static Optional<Runspace> find(String pattern) {
    return findAll(pattern).stream().findFirst();
  }

  /**
   * Finds the runspaces of a name among those that are open, or being opened or closed.
   *
   * @param pattern the name, case ignored; {@code *} stands for any characters, {@code ?} for one
   * @return the runspaces, oldest first; immutable
   */
  public static List<Runspace> findAll(String pattern) {
    var names = NamePattern.of(pattern);
    return Registry.instance().all().stream()
        .filter(runspace -> names.matches(runspace.name()))
        .map(RunspaceCore::handle)
        .toList();
  }

  /**
   * Finds a runspace by its number in this JVM.
   *
   * @param id its {@link Runspace#id()}
   * @return the runspace, or empty if it is not open
   */
  public static Optional<Runspace> find(long id) {
    return Registry.instance().find(id).map(RunspaceCore::handle);
  }

  /**
   * Finds a runspace by its number in the world.
   *
   * @param instanceId its {@link Runspace#instanceId()}
   * @return the runspace, or empty if it is not open
   */
  public static Optional<Runspace> find(UUID instanceId) {
    Objects.requireNonNull(instanceId, "find: an instance id is needed");
    return Registry.instance().all().stream()
        .filter(runspace -> runspace.instanceId().equals(instanceId))
        .findFirst()
        .map(RunspaceCore::handle);
  }

  /**
   * Looks inside: runspaces, what they run, who listens, how full their queues are, and jobs.
   *
   * <pre>{@code
   * System.out.println(Runspaces.report());
   * }</pre>
   *
   * @return how things are now; each line is true by itself, two may be a moment apart
   */
  public static Report report() {
    return Report.now();
  }

  /** {@return the runspace whose code is running on this thread, if any} */
  public static Optional<Runspace> current() {
    return Optional.ofNullable(currentCore()).map(RunspaceCore::handle);
  }

  static @Nullable RunspaceCore currentCore() {
    Worker here = Worker.current();
    return here == null ? null : (RunspaceCore) here.owner();
  }

  /**
   * Registers a listener on any event bus, and gives a handle for taking it off: for a try block,
   * or for a runspace or a window to own. Closing it again does nothing, nor does it if the
   * listener has been unregistered before.
   *
   * <p>A listener that is registered so several times is told once, until all its handles are
   * closed. On an application's own bus the last one takes it off even if it was registered without
   * a handle before, which Guava does not tell; and such a bus may still tell it what is under way.
   * A {@linkplain Runspace#register runspace's bus} does better.
   *
   * @param bus the bus
   * @param listener the listener, with {@code @Subscribe} methods
   * @return closing it takes the listener off
   * @throws IllegalArgumentException if one of its {@code @Subscribe} methods cannot be a
   *     subscriber
   * @throws IllegalStateException if it is the bus of a runspace that is closed
   */
  public static Registration register(EventBus bus, Object listener) {
    Objects.requireNonNull(bus, "register: an event bus is needed");
    Objects.requireNonNull(listener, "register: a subscriber is needed");
    return ScopedListeners.register(bus, listener);
  }

  /**
   * Waits as runspaces wait: inside one, its events are delivered meanwhile; on a thread that must
   * not wait it is refused. Of a future of {@link Invocation#toFuture()}, and what was made of it,
   * it is known which script it waits for: one that only this thread can run is run meanwhile.
   *
   * @param stage what to wait for
   * @param <T> the type of its value
   * @return its value
   * @throws RuntimeException if the stage failed with it, unchanged; a checked exception is wrapped
   *     in a {@link CompletionException}
   * @throws java.util.concurrent.CancellationException if it was cancelled
   * @throws InvalidInvocationStateException if the script calls this that it waits for
   * @throws InterruptedException if this thread is interrupted while it waits
   * @throws WaitRefusedException if this thread must not wait
   */
  public static <T extends @Nullable Object> T await(CompletionStage<T> stage)
      throws InterruptedException {
    Objects.requireNonNull(stage, "await: something to wait for is needed");
    CompletableFuture<T> future = stage.toCompletableFuture();
    boolean unused = await(future, Deadline.never());
    return valueOf(future);
  }

  /**
   * Waits as runspaces wait, but not longer than this.
   *
   * @param stage what to wait for
   * @param timeout how long to wait at most, from zero
   * @param <T> the type of its value
   * @return its value
   * @throws WaitTimeoutException if the time runs out
   * @throws RuntimeException if the stage failed with it, unchanged; a checked exception is wrapped
   *     in a {@link CompletionException}
   * @throws InterruptedException if this thread is interrupted while it waits
   * @throws WaitRefusedException if this thread must not wait
   */
  public static <T extends @Nullable Object> T await(CompletionStage<T> stage, Duration timeout)
      throws InterruptedException {
    Objects.requireNonNull(stage, "await: something to wait for is needed");
    CompletableFuture<T> future = stage.toCompletableFuture();
    if (!await(future, Deadline.after(timeout))) {
      throw new WaitTimeoutException("what was waited for", timeout);
    }
    return valueOf(future);
  }

  private static boolean await(CompletableFuture<?> future, Deadline deadline)
      throws InterruptedException {
    Objects.requireNonNull(future, "await: something to wait for is needed");
    return future instanceof InvocationFuture<?> ofOurs
        ? ofOurs.await(deadline)
        : Waiting.await(future, deadline);
  }

  private static <T extends @Nullable Object> T valueOf(CompletableFuture<T> ended) {
    try {
      return ended.join();
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (wrapped.getCause() instanceof Error failure) {
        throw failure;
      }
      throw wrapped;
    }
  }
}
