package dev.runspaces.swing.window;

import java.awt.Component;
import java.awt.Window;
import org.jspecify.annotations.Nullable;

/** What a view is put into to become a window. For the EDT. */
interface WindowHost {

  /** Shows the window, as large as its components want to be. */
  void show();

  /** Takes the window away, and calls what was given to {@link #onClosed}, now or soon. */
  void dispose();

  /** Says what to call, on the EDT, when the window is gone, whoever has closed it. */
  void onClosed(Runnable action);

  /** Returns the window itself; null if there is none on the screen. */
  @Nullable Window window();

  /** Returns what to paint for a picture of the window. */
  Component picture();
}
