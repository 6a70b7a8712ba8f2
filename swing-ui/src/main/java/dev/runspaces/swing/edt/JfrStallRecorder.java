package dev.runspaces.swing.edt;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** Java Flight Recorder. Stalls are so rare that nothing is saved by asking whether it records. */
final class JfrStallRecorder implements StallRecorder {

  @Override
  public void stalled(EdtStalled stall) {
    var event = new Stall();
    event.lasting = stall.lasting().toNanos();
    event.activity = stall.toString();
    event.commit();
  }

  @Override
  public void ended(EdtStallEnded end) {
    var event = new StallEnd();
    event.lasted = end.lasted().toNanos();
    event.commit();
  }

  @Name("dev.runspaces.EdtStall")
  @Label("EDT Stall")
  @Category("Runspaces")
  @Description("The event dispatch thread has not answered for longer than it may")
  @StackTrace(false) // the watchdog's own says nothing; the EDT's is a field
  static final class Stall extends Event {
    @Label("Lasting")
    @Timespan(Timespan.NANOSECONDS)
    long lasting;

    @Label("Activity")
    @Nullable String activity;
  }

  @Name("dev.runspaces.EdtStallEnd")
  @Label("EDT Stall End")
  @Category("Runspaces")
  @Description("The event dispatch thread answers again after a stall")
  @StackTrace(false)
  static final class StallEnd extends Event {
    @Label("Lasted")
    @Timespan(Timespan.NANOSECONDS)
    long lasted;
  }
}
