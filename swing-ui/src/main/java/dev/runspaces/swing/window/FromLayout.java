package dev.runspaces.swing.window;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field of a {@linkplain Layout#controller controller} that is to have the component, or
 * the {@link WindowAction}, of a name in the layout. FXML's {@code @FXML}; but a name that there is
 * not, or a component of another type, is told when the controller is given, and nothing stays
 * null.
 *
 * <pre>{@code
 * @FromLayout private JTable orders;
 * @FromLayout("customer.save") private WindowAction save;
 * }</pre>
 *
 * <p>The fields are set before the window is shown; who opens several windows with one controller
 * has the components of the last. Components may be used on the EDT only.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface FromLayout {

  /** {@return the name in the layout; "" for that of the field} */
  String value() default "";
}
