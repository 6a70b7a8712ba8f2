package dev.runspaces.event;

/** Stub. */
public record EventCounts(
    long raised,
    long delivered,
    long pending,
    long unheard,
    long dropped,
    long failed,
    long highWaterMark) {}
