package dev.runspaces.swing.testkit;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/** The C environment of this process, which Java reads once and never writes. */
interface LibC extends Library {

  LibC INSTANCE = Native.load(Platform.C_LIBRARY_NAME, LibC.class);

  int setenv(String name, String value, int overwrite);
}
