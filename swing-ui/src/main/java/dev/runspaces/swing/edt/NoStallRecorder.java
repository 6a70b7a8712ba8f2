package dev.runspaces.swing.edt;

/** For a JVM without Flight Recorder. */
final class NoStallRecorder implements StallRecorder {

  @Override
  public void stalled(EdtStalled stall) {}

  @Override
  public void ended(EdtStallEnded end) {}
}
