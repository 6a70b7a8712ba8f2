package dev.runspaces.swing.component;

/**
 * An {@code on...} attribute that a tag has: what its events are, and where they come from.
 *
 * @param snapshot the type of its events
 * @param source adds the listener
 */
record Offer<T>(Class<? extends ComponentEvent> snapshot, EventSource<? super T> source) {}
