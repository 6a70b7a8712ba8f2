package dev.runspaces;

import dev.runspaces.stream.Streams;
import dev.runspaces.worker.WayOfWaiting;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Makes streams whose readers wait in a way of their own. Only this module may say how, and the
 * package of {@link Streams} is open to users: so its constructor is not public, and found here.
 */
final class InvocationStreams {
  private static final MethodHandle MAKE;

  static {
    try {
      MAKE =
          MethodHandles.privateLookupIn(Streams.class, MethodHandles.lookup())
              .findConstructor(
                  Streams.class, MethodType.methodType(void.class, WayOfWaiting.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private InvocationStreams() {}

  static Streams readBy(WayOfWaiting waiting) {
    try {
      return (Streams) MAKE.invokeExact(waiting);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }
}
