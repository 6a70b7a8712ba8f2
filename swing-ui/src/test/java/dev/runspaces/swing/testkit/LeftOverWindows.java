package dev.runspaces.swing.testkit;

import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Window;
import java.util.List;
import java.util.stream.Stream;

/** Windows that a test did not close: the next test would find their components, or their focus. */
final class LeftOverWindows {

  private LeftOverWindows() {}

  /** Disposes every window of this JVM; returns the titles of those that could still be seen. */
  static List<String> dispose() {
    return OnEdt.call(
        () -> {
          List<String> titles =
              Stream.of(Window.getWindows())
                  .filter(Window::isShowing)
                  .map(LeftOverWindows::titleOf)
                  .toList();
          Stream.of(Window.getWindows()).forEach(Window::dispose);
          return titles;
        });
  }

  private static String titleOf(Window window) {
    if (window instanceof Frame frame) {
      return frame.getTitle();
    }
    if (window instanceof Dialog dialog) {
      return dialog.getTitle();
    }
    return window.getName();
  }
}
