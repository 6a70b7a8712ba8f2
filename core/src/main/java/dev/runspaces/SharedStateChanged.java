package dev.runspaces;

import org.jspecify.annotations.Nullable;

/**
 * The event that a key of a {@link SharedState} has another value.
 *
 * @param key the key
 * @param before its value before; null if it had none
 * @param after its value now; null if it was removed
 */
public record SharedStateChanged(String key, @Nullable Object before, @Nullable Object after) {}
