package dev.runspaces.swing.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class show windows; where there is no display they fail.
 *
 * <p>Such a test also fails when the event dispatch thread throws, when a component is used off
 * that thread, and when a window is still open at its end. A picture of the display at the moment
 * of the failure is in {@code target/gui-failures}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith({GuiExtension.class, ThreadCheck.class, ScreenshotOnFailure.class})
@Timeout(60) // A test that hangs fails by its name, long before the whole test JVM is ended.
public @interface GuiTest {

  /**
   * Whether using a component off the event dispatch thread fails the test.
   *
   * @return false for tests that do so on purpose
   */
  boolean checkThreads() default true;
}
