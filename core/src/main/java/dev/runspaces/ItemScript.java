package dev.runspaces;

import org.jspecify.annotations.Nullable;

/**
 * Code that runs in a runspace of a pool, once for each item. PowerShell's {@code -Parallel} block,
 * with {@code $_} as the first argument.
 *
 * @param <T> the type of the items
 * @param <R> the type of its value
 */
@FunctionalInterface
public interface ItemScript<T, R extends @Nullable Object> {

  /**
   * Runs.
   *
   * @param item the item
   * @param context the runspace as this script sees it
   * @return the script's value
   * @throws Exception to fail for this item
   */
  R run(T item, ScriptContext context) throws Exception;
}
