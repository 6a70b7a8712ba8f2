/**
 * Threads: start at {@link dev.runspaces.worker.Worker}, which does a runspace's work one piece at
 * a time, and at {@link dev.runspaces.worker.Waiting}, the one place where anything waits. Not
 * exported.
 */
@NullMarked
package dev.runspaces.worker;

import org.jspecify.annotations.NullMarked;
