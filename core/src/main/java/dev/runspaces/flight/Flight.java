package dev.runspaces.flight;

import org.jspecify.annotations.Nullable;

/**
 * The flight recorder. Something that takes time is begun, which gives a mark, and ended with it;
 * the mark is null, and nothing is done, unless such events are being recorded.
 */
public interface Flight {

  /** The JVM's own, or one that does nothing where the JVM has none. */
  Flight RECORDER = ofThisJvm();

  /** A runspace is going to be opened. */
  @Nullable Object beginOpening(String runspace);

  /** It has been, or has failed to be. */
  void endOpening(@Nullable Object mark, String state);

  /** A script is going to run. */
  @Nullable Object beginInvocation(String runspace);

  /** It has ended. */
  void endInvocation(@Nullable Object mark, String state);

  /** Tells whether it makes sense to begin a handler. */
  boolean isRecordingHandlers();

  /** An event is going to be handled. */
  @Nullable Object beginHandler(String runspace, String sourceIdentifier);

  /** It has been; told only if it took long. */
  void endHandler(@Nullable Object mark);

  /** Events were dropped, because there were more than the overflow policy allows. */
  void dropped(String runspace, long count);

  private static Flight ofThisJvm() {
    try {
      // Here and not by a type: the module may be missing, in a run-time image say.
      Class.forName("jdk.jfr.Event", false, Flight.class.getClassLoader());
      return new JfrFlight();
    } catch (ClassNotFoundException | LinkageError thereIsNone) {
      return new NoFlight();
    }
  }
}
