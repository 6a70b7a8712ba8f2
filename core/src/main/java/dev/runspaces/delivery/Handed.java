package dev.runspaces.delivery;

/**
 * An event that one subscription is to hear.
 *
 * @param number that of the occurrence in the inbox
 * @param selected what its handler is given: the event, or its payload
 */
record Handed(Occurrence occurrence, long number, Object selected) {}
