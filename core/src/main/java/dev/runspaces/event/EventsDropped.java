package dev.runspaces.event;

/**
 * A runspace could not deliver events because too many were waiting: the payload of an {@link
 * EngineEvents#EVENTS_DROPPED} event. One tells of a whole burst: of all that were dropped until
 * the runspace had worked off what was waiting when it began.
 *
 * @param runspace the name of the runspace whose queue had no room
 * @param count how many events were dropped in this burst
 * @param total how many events this runspace has dropped in its life
 * @param policy what it does when there is no room
 */
public record EventsDropped(String runspace, long count, long total, Overflow policy) {}
