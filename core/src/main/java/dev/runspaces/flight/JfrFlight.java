package dev.runspaces.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** Java Flight Recorder. */
final class JfrFlight implements Flight {
  private static final EventType OPENINGS = EventType.getEventType(Opening.class);
  private static final EventType INVOCATIONS = EventType.getEventType(Invocation.class);
  private static final EventType HANDLERS = EventType.getEventType(Handler.class);
  private static final EventType DROPS = EventType.getEventType(Drop.class);

  @Override
  public @Nullable Object beginOpening(String runspace) {
    if (!OPENINGS.isEnabled()) {
      return null;
    }
    var event = new Opening();
    event.runspace = runspace;
    event.begin();
    return event;
  }

  @Override
  public void endOpening(@Nullable Object mark, String state) {
    if (mark instanceof Opening event) {
      event.state = state;
      event.commit();
    }
  }

  @Override
  public @Nullable Object beginInvocation(String runspace) {
    if (!INVOCATIONS.isEnabled()) {
      return null;
    }
    var event = new Invocation();
    event.runspace = runspace;
    event.begin();
    return event;
  }

  @Override
  public void endInvocation(@Nullable Object mark, String state) {
    if (mark instanceof Invocation event) {
      event.state = state;
      event.commit();
    }
  }

  @Override
  public boolean isRecordingHandlers() {
    return HANDLERS.isEnabled();
  }

  @Override
  public @Nullable Object beginHandler(String runspace, String sourceIdentifier) {
    if (!HANDLERS.isEnabled()) {
      return null;
    }
    var event = new Handler();
    event.runspace = runspace;
    event.sourceIdentifier = sourceIdentifier;
    event.begin();
    return event;
  }

  @Override
  public void endHandler(@Nullable Object mark) {
    if (mark instanceof Handler event) {
      event.commit();
    }
  }

  @Override
  public void dropped(String runspace, long count) {
    if (!DROPS.isEnabled()) {
      return;
    }
    var event = new Drop();
    event.runspace = runspace;
    event.count = count;
    event.commit();
  }

  @Name("dev.runspaces.Opening")
  @Label("Runspace Opening")
  @Category("Runspaces")
  @Description("A runspace was opened, its start-up included")
  @StackTrace
  static final class Opening extends Event {
    @Label("Runspace")
    @Nullable String runspace;

    @Label("State")
    @Nullable String state;
  }

  @Name("dev.runspaces.Invocation")
  @Label("Invocation")
  @Category("Runspaces")
  @Description("A script ran in a runspace")
  @StackTrace(false)
  static final class Invocation extends Event {
    @Label("Runspace")
    @Nullable String runspace;

    @Label("State")
    @Nullable String state;
  }

  @Name("dev.runspaces.SlowHandler")
  @Label("Slow Handler")
  @Category("Runspaces")
  @Description("A handler of an event took long, and others had to wait")
  @Threshold("20 ms")
  @StackTrace(false)
  static final class Handler extends Event {
    @Label("Runspace")
    @Nullable String runspace;

    @Label("Source Identifier")
    @Nullable String sourceIdentifier;
  }

  @Name("dev.runspaces.Drop")
  @Label("Dropped Events")
  @Category("Runspaces")
  @Description("Events were dropped, because there were more than the overflow policy allows")
  @StackTrace(false)
  static final class Drop extends Event {
    @Label("Runspace")
    @Nullable String runspace;

    @Label("Count")
    long count;
  }
}
