package dev.runspaces;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What is said of a pool before it is opened.
 *
 * @param members describes a runspace of the pool, called for each
 */
record PoolDescription(
    PoolSize size, Duration idleTimeout, int queueLimit, UnaryOperator<RunspaceBuilder> members) {}
