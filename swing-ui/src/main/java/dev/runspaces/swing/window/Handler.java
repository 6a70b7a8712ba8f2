package dev.runspaces.swing.window;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets layouts call a method of a {@linkplain Layout#controller controller}: {@code
 * onClick="#save"} calls the method {@code save}. It has no parameter, or one, which takes the
 * event's snapshot; any visibility will do. Of several with that name, it is the one whose
 * parameter says most. It runs in the window's runspace, as a handler of an event does, and never
 * on the EDT; what it throws is an error event there. A layout can call no other methods.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Handler {}
