package dev.runspaces.swing.edt;

/** Java Flight Recorder, where there is one. */
interface StallRecorder {

  /** The JVM's own, or one that does nothing where the JVM has none. */
  StallRecorder OF_THIS_JVM = ofThisJvm();

  /** The EDT has not answered for longer than it may. */
  void stalled(EdtStalled stall);

  /** It answers again. */
  void ended(EdtStallEnded end);

  private static StallRecorder ofThisJvm() {
    try {
      // Here and not by a type: the module may be missing, in a run-time image say.
      Class.forName("jdk.jfr.Event", false, StallRecorder.class.getClassLoader());
      return new JfrStallRecorder();
    } catch (ClassNotFoundException | LinkageError thereIsNone) {
      return new NoStallRecorder();
    }
  }
}
