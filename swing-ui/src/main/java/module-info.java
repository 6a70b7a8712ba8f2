/**
 * Swing windows as text: a layout file becomes a FlatLaf and MigLayout window, built on the event
 * dispatch thread, whose clicks, edits and closing are events in the runspace that opened it.
 *
 * <p>Start at {@link dev.runspaces.swing.window.Layouts}.
 */
module dev.runspaces.swing {
  requires transitive dev.runspaces.core;
  requires transitive java.desktop;
  requires com.formdev.flatlaf;
  requires com.formdev.flatlaf.extras;
  requires com.github.weisj.jsvg; // the extras need it for icons
  requires com.miglayout.core;
  requires com.miglayout.swing;
  requires static transitive org.jspecify;
  requires static jdk.jfr;

  exports dev.runspaces.swing.component;
  exports dev.runspaces.swing.edt;
  exports dev.runspaces.swing.layout;
  exports dev.runspaces.swing.window;

  provides dev.runspaces.thread.WaitGuard with
      dev.runspaces.swing.edt.EdtWaitGuard;
}
