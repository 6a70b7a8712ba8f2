package dev.runspaces.worker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Logs where something has to go on afterwards, whatever the program's logger does. */
public final class SafeLog {
  private SafeLog() {}

  /** Logs an error; what the logger throws is lost, for nobody is left to tell. */
  public static void error(Logger log, String message, @Nullable Throwable failure) {
    try {
      log.log(Level.ERROR, message, failure);
    } catch (Throwable evenTheLog) {
      // A full disk must not become a runspace that is never closed.
    }
  }

  /** Logs a warning; what the logger throws is lost, for nobody is left to tell. */
  public static void warning(Logger log, String message) {
    try {
      log.log(Level.WARNING, message);
    } catch (Throwable evenTheLog) {
      // As above.
    }
  }
}
