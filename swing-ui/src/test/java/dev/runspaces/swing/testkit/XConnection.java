package dev.runspaces.swing.testkit;

import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;

/** A connection to an X server that goes past AWT, which looks at its display only once. */
final class XConnection implements AutoCloseable {

  static {
    // Has to be the first call of Xlib in a process; AWT's own would come too late.
    Xlib.INSTANCE.XInitThreads();
  }

  private final Pointer display;

  private XConnection(Pointer display) {
    this.display = display;
  }

  static XConnection to(String displayName) throws IOException {
    Pointer display = Xlib.INSTANCE.XOpenDisplay(displayName);
    if (display == null) {
      throw new IOException("No X server answers on display " + displayName);
    }
    return new XConnection(display);
  }

  /** Shows a window of one pixel, which closes with this connection. */
  NativeLong showWindow() {
    NativeLong root = Xlib.INSTANCE.XDefaultRootWindow(display);
    NativeLong black = new NativeLong(0);
    NativeLong window =
        Xlib.INSTANCE.XCreateSimpleWindow(display, root, 0, 0, 1, 1, 0, black, black);
    Xlib.INSTANCE.XMapWindow(display, window);
    return window;
  }

  /**
   * Whether a window manager looks after this window: each gives its windows the property WM_STATE
   * (ICCCM 4.1.3.1), and {@link #showWindow} set none.
   */
  boolean isManaged(NativeLong window) {
    Pointer properties = Xlib.INSTANCE.XListProperties(display, window, new IntByReference());
    if (properties == null) {
      return false;
    }
    Xlib.INSTANCE.XFree(properties);
    return true;
  }

  @Override
  public void close() {
    Xlib.INSTANCE.XCloseDisplay(display);
  }
}
