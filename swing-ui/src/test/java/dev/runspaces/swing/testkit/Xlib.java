package dev.runspaces.swing.testkit;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;

/** The few calls of the X client library that {@link XConnection} makes, under their C names. */
@SuppressWarnings("MemberName")
interface Xlib extends Library {

  Xlib INSTANCE = Native.load("libX11.so.6", Xlib.class);

  int XInitThreads();

  @Nullable Pointer XOpenDisplay(String name);

  NativeLong XDefaultRootWindow(Pointer display);

  NativeLong XCreateSimpleWindow(
      Pointer display,
      NativeLong parent,
      int x,
      int y,
      int width,
      int height,
      int borderWidth,
      NativeLong border,
      NativeLong background);

  int XMapWindow(Pointer display, NativeLong window);

  @Nullable Pointer XListProperties(Pointer display, NativeLong window, IntByReference count);

  int XFree(Pointer data);

  int XCloseDisplay(Pointer display);
}
