package dev.runspaces.flight;

import org.jspecify.annotations.Nullable;

/** For a JVM without Flight Recorder. */
final class NoFlight implements Flight {

  @Override
  public @Nullable Object beginOpening(String runspace) {
    return null;
  }

  @Override
  public void endOpening(@Nullable Object mark, String state) {}

  @Override
  public @Nullable Object beginInvocation(String runspace) {
    return null;
  }

  @Override
  public void endInvocation(@Nullable Object mark, String state) {}

  @Override
  public boolean isRecordingHandlers() {
    return false;
  }

  @Override
  public @Nullable Object beginHandler(String runspace, String sourceIdentifier) {
    return null;
  }

  @Override
  public void endHandler(@Nullable Object mark) {}

  @Override
  public void dropped(String runspace, long count) {}
}
