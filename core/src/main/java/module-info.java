/**
 * Runspaces: named places where code runs beside you, with a life cycle, variables of their own,
 * and events that come back to the parent in order.
 *
 * <p>Start at {@link dev.runspaces.Runspaces}. The packages {@code worker} (threads, and waiting),
 * {@code delivery} (who hears what, in which order), {@code eventbus} (Guava's annotations on top
 * of it) and {@code flight} (Java Flight Recorder) stay inside.
 */
@SuppressWarnings("module") // the compiler does not know swing-ui, which is compiled later
module dev.runspaces.core {
  requires transitive com.google.common;
  requires static transitive org.jspecify;
  requires static jdk.jfr;

  exports dev.runspaces;
  exports dev.runspaces.event;
  exports dev.runspaces.stream;
  exports dev.runspaces.thread;

  // What windows have done in order with events, and is no event of the program's.
  exports dev.runspaces.delivery to
      dev.runspaces.swing;

  // Guava calls what listens on an application's own bus, once that is connected with a runspace's.
  opens dev.runspaces.eventbus to
      com.google.common;

  uses dev.runspaces.thread.WaitGuard;
}
