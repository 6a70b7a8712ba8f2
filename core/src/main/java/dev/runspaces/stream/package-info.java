/**
 * What a script writes: start at {@link dev.runspaces.stream.Streams}, which has the seven streams
 * of a run, each a {@link dev.runspaces.stream.DataCollection}, and all of them in one order.
 */
@NullMarked
package dev.runspaces.stream;

import org.jspecify.annotations.NullMarked;
