package dev.runspaces.delivery;

import dev.runspaces.event.Event;

/**
 * An event that one subscription is to hear.
 *
 * @param number that of the occurrence in the inbox
 * @param event the occurrence as the subscription sees it
 * @param selected what its handler is given: the event, or its payload
 */
record Handed(Occurrence occurrence, long number, Event event, Object selected) {}
