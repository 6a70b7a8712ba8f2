package dev.runspaces.swing.window;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;

/** Calls of methods of the program's own. */
final class Access {
  private Access() {}

  /**
   * Makes a method callable.
   *
   * @param what what it is, for the message
   * @throws IllegalArgumentException if its module does not open its package; it says what to do
   */
  static <M extends AccessibleObject & Member> void open(M member, String what) {
    if (!member.trySetAccessible()) {
      Class<?> owner = member.getDeclaringClass();
      throw new IllegalArgumentException(
          what
              + " "
              + member
              + " cannot be used, because its module does not open its package; add \"opens "
              + owner.getPackageName()
              + " to "
              + Access.class.getModule().getName()
              + ";\" to the module-info of "
              + owner.getModule().getName());
    }
  }

  /** Returns what a method has thrown, or throws it if it is an error. */
  static Exception unwrapped(InvocationTargetException failed) {
    Throwable cause = failed.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof Exception exception ? exception : failed;
  }
}
