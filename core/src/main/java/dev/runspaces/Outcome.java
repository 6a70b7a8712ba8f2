package dev.runspaces;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an invocation ended: what it produced until then <em>and</em> why it ended, in one value.
 * Nothing that was written before a failure or a stop is lost.
 *
 * @param <T> the type of the script's value
 * @param state {@link InvocationState#COMPLETED}, {@link InvocationState#FAILED} or {@link
 *     InvocationState#STOPPED}
 * @param value what the script returned; null unless it completed
 * @param output all that was written, in order, ending with the values returned; immutable
 * @param error what the script threw; null if it completed, or was stopped without throwing
 */
public record Outcome<T extends @Nullable Object>(
    InvocationState state, @Nullable T value, List<Object> output, @Nullable Throwable error) {

  /**
   * Refuses a state that is not final, and copies the output.
   *
   * @param state a final state
   * @param value what the script returned
   * @param output all that was written
   * @param error what the script threw
   */
  public Outcome {
    if (!state.isFinal()) {
      throw new IllegalArgumentException("an outcome needs a final state, not " + state);
    }
    output = List.copyOf(output);
  }
}
