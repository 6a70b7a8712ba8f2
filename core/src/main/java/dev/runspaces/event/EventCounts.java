package dev.runspaces.event;

/**
 * How much has happened in an event manager, for a report: read at one moment, and of that moment.
 *
 * @param raised how many events were raised in its runspace, errors and what the runspace tells of
 *     itself among them
 * @param delivered how many events, its own and those from below, have been told to whoever
 *     subscribes to them
 * @param pending how many events are under way: waiting to be delivered, or being delivered
 * @param unheard how many events nobody has heard and are kept, see {@link EventManager#pending()}
 * @param dropped how many events were not delivered because too many were waiting
 * @param replaced how many events were not delivered because a newer one of the same key was there
 * @param failed how often a handler has failed
 * @param highWaterMark how many events were waiting to be delivered when they were most
 */
public record EventCounts(
    long raised,
    long delivered,
    long pending,
    long unheard,
    long dropped,
    long replaced,
    long failed,
    long highWaterMark) {}
