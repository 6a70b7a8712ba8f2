package dev.runspaces.eventbus;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.BiConsumer;

/**
 * Makes of a subscriber method what calls it without reflection: what the compiler makes of a
 * method reference, or where that is not possible a method handle.
 */
final class MethodCompiler {
  private static final MethodType TAKING_TWO = methodType(void.class, Object.class, Object.class);

  private MethodCompiler() {}

  /**
   * Compiles a method of one parameter that has been made accessible.
   *
   * @return calls it on its first argument, with its second; throws what the method throws, also
   *     what is checked
   */
  static BiConsumer<Object, Object> compile(Method method) {
    try {
      return Modifier.isStatic(method.getModifiers()) ? handle(method) : lambda(method);
    } catch (IllegalAccessException | LambdaConversionException notPossible) {
      return handle(method);
    }
  }

  @SuppressWarnings("unchecked") // the types after erasure are those of a BiConsumer of objects
  private static BiConsumer<Object, Object> lambda(Method method)
      throws IllegalAccessException, LambdaConversionException {
    Class<?> owner = method.getDeclaringClass();
    // An open package is not yet one that is read, and a module may say only for itself what it
    // reads.
    MethodCompiler.class.getModule().addReads(owner.getModule());
    Lookup inside = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
    MethodHandle factory =
        // BiConsumer, because the class that is spun sees what the listener's loader sees.
        LambdaMetafactory.metafactory(
                inside,
                "accept",
                methodType(BiConsumer.class),
                TAKING_TWO,
                inside.unreflect(method),
                methodType(void.class, owner, method.getParameterTypes()[0]))
            .getTarget();
    try {
      return (BiConsumer<Object, Object>) factory.invoke();
    } catch (Throwable unexpected) {
      throw new LinkageError("compiling " + method, unexpected);
    }
  }

  private static BiConsumer<Object, Object> handle(Method method) {
    MethodHandle handle;
    try {
      // Of a fixed number of arguments: an event that is an array is one event.
      handle = MethodHandles.lookup().unreflect(method).asFixedArity();
    } catch (IllegalAccessException impossible) {
      throw new LinkageError(method + " has been made accessible", impossible);
    }
    MethodHandle call =
        (Modifier.isStatic(method.getModifiers())
                ? MethodHandles.dropArguments(handle, 0, Object.class)
                : handle)
            .asType(TAKING_TWO);
    return (listener, event) -> {
      try {
        call.invokeExact(listener, event);
      } catch (Throwable failure) {
        throw MethodCompiler.<RuntimeException>asItIs(failure);
      }
    };
  }

  /** Lets a checked exception pass where none is declared; the dispatcher takes what comes. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased: nothing is cast
  private static <T extends Throwable> T asItIs(Throwable failure) throws T {
    throw (T) failure;
  }
}
