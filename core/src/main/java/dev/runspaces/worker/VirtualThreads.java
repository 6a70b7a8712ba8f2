package dev.runspaces.worker;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Virtual threads, looked up when they are wanted: this library also runs where there are none. */
final class VirtualThreads {
  /** {@code Runnable -> Thread}, or null before Java 21. */
  private static final @Nullable MethodHandle UNSTARTED = unstarted();

  private VirtualThreads() {}

  /** Refuses where there are none. */
  static MethodHandle requireThem() {
    if (UNSTARTED == null) {
      throw new UnsupportedOperationException(
          "ThreadPolicy.VIRTUAL needs Java 21 or newer, and this is Java "
              + Runtime.version()
              + "; take POOLED for many runspaces with short work, or REUSE");
    }
    return UNSTARTED;
  }

  static void start(Runnable code, String name) {
    MethodHandle unstarted = requireThem();
    try {
      Thread thread = (Thread) unstarted.invokeExact(code);
      thread.setName(name);
      thread.start();
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static @Nullable MethodHandle unstarted() {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    try {
      // Thread.ofVirtual().inheritInheritableThreadLocals(false).unstarted(code)
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Class<?> virtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
      MethodHandle ofVirtual =
          lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(virtual));
      MethodHandle inherit =
          lookup.findVirtual(
              virtual,
              "inheritInheritableThreadLocals",
              MethodType.methodType(virtual, boolean.class));
      MethodHandle unstarted =
          lookup.findVirtual(
              builder, "unstarted", MethodType.methodType(Thread.class, Runnable.class));
      MethodHandle ofVirtualWithoutLocals =
          MethodHandles.filterReturnValue(
              ofVirtual, MethodHandles.insertArguments(inherit, 1, false));
      return MethodHandles.collectArguments(
          unstarted.asType(MethodType.methodType(Thread.class, virtual, Runnable.class)),
          0,
          ofVirtualWithoutLocals);
    } catch (ReflectiveOperationException thereAreNone) {
      return null;
    }
  }
}
