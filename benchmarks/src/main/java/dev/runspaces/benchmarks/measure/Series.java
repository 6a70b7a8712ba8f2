package dev.runspaces.benchmarks.measure;

/** What was measured of one contestant, in one kind of work of one size: a row of a table. */
public record Series(String work, int size, String contestant) {}
