package dev.runspaces;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run over items went: what became of each item that was begun.
 *
 * @param <T> the type of the items
 * @param <R> the type of the script's value
 * @param outcomes what became of each, in the order asked for; items that were never begun, because
 *     another failed or time ran out, are not there; immutable
 * @param timedOut whether time ran out
 */
public record ForEachResult<T, R extends @Nullable Object>(
    List<ItemOutcome<T, R>> outcomes, boolean timedOut) {

  /**
   * Copies the outcomes.
   *
   * @param outcomes what became of each
   * @param timedOut whether time ran out
   */
  public ForEachResult {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * Returns the values of all items, if the script has completed for all of them.
   *
   * @return the values, in the order asked for; immutable
   * @throws InvocationFailedException if it failed for one: the cause is what it threw for the
   *     first of them in this order, what it threw for others is suppressed
   * @throws InvocationStoppedException if it was stopped for one, by the time-out say, or time ran
   *     out before all were begun
   */
  @SuppressWarnings("NullAway") // the value of a completed script is an R, which may include null
  public List<R> values() {
    List<ItemOutcome<T, R>> failures = failures();
    if (!failures.isEmpty()) {
      ItemOutcome<T, R> first = failures.get(0);
      var thrown = new InvocationFailedException(first.item(), first.outcome().error());
      failures.stream().skip(1).forEach(other -> thrown.addSuppressed(other.outcome().error()));
      throw thrown;
    }
    var values = new ArrayList<R>();
    for (ItemOutcome<T, R> each : outcomes) {
      if (each.outcome().state() != InvocationState.COMPLETED) {
        throw new InvocationStoppedException(each.item());
      }
      values.add(each.outcome().value());
    }
    if (timedOut) {
      throw new InvocationStoppedException("those that were not begun in time");
    }
    return Collections.unmodifiableList(values);
  }

  /** {@return the items for which the script failed, and how; immutable} */
  public List<ItemOutcome<T, R>> failures() {
    return outcomes.stream()
        .filter(each -> each.outcome().state() == InvocationState.FAILED)
        .toList();
  }
}
