/**
 * What runspaces tell Java Flight Recorder, where there is one. Start at {@link
 * dev.runspaces.flight.Flight}. Not exported.
 */
@NullMarked
package dev.runspaces.flight;

import org.jspecify.annotations.NullMarked;
