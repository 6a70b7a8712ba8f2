/**
 * Start at {@link dev.runspaces.Runspaces#open(String)}, which opens a {@link
 * dev.runspaces.Runspace}; everything else is reached from there.
 *
 * <p>A runspace is a named place where code runs: it has a {@linkplain dev.runspaces.RunspaceState
 * life cycle}, one thread of its own, {@linkplain dev.runspaces.Variables variables}, an
 * {@linkplain dev.runspaces.event.EventManager event manager}, and perhaps a parent. Code runs in
 * it as an {@link dev.runspaces.Invocation}; what it has to say on the way is an {@link
 * dev.runspaces.event.Event}, heard through a {@link dev.runspaces.event.Subscription}.
 */
@NullMarked
package dev.runspaces;

import org.jspecify.annotations.NullMarked;
