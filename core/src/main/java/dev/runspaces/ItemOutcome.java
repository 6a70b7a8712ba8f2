package dev.runspaces;

import org.jspecify.annotations.Nullable;

/**
 * How a run over items went with one of them.
 *
 * @param <T> the type of the item
 * @param <R> the type of the script's value
 * @param item the item
 * @param outcome how the script ended for it
 */
public record ItemOutcome<T, R extends @Nullable Object>(T item, Outcome<R> outcome) {}
