package dev.runspaces.stream;

/** Stub. */
public record StreamItem(StreamName stream, Object value) {}
