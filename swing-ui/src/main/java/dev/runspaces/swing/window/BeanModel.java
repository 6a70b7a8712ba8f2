package dev.runspaces.swing.window;

import dev.runspaces.Runspace;
import dev.runspaces.event.Registration;
import dev.runspaces.swing.component.BindingUse;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ReferenceProblems;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyChangeListener;
import java.beans.PropertyDescriptor;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A bean: its properties that can be read and written. */
final class BeanModel implements Model {
  private final Object bean;
  private final Map<String, PropertyDescriptor> properties = new TreeMap<>();

  BeanModel(Object bean) {
    this.bean = bean;
    try {
      Class<?> type = bean.getClass();
      for (PropertyDescriptor property : Introspector.getBeanInfo(type).getPropertyDescriptors()) {
        if (property.getReadMethod() != null && property.getWriteMethod() != null) {
          properties.put(property.getName(), property);
        }
      }
    } catch (IntrospectionException notABean) {
      throw new IllegalArgumentException(bean.getClass() + " is no bean", notABean);
    }
  }

  @Override
  public Optional<LayoutProblem> check(BindingUse use) {
    String name = bean.getClass().getSimpleName();
    PropertyDescriptor property = properties.get(use.property());
    if (property == null) {
      return Optional.of(
          ReferenceProblems.unknownProperty(
              use.attribute(), use.model(), use.property(), name, properties.keySet()));
    }
    if (MethodType.methodType(property.getPropertyType()).wrap().returnType() != use.type()) {
      return Optional.of(
          ReferenceProblems.propertyOfOtherType(
              use.attribute(),
              use.tag(),
              use.type().getSimpleName(),
              property.getPropertyType().getSimpleName()));
    }
    Access.open(property.getReadMethod(), "method");
    Access.open(property.getWriteMethod(), "method");
    return Optional.empty();
  }

  @Override
  public @Nullable Object get(BindingUse use) throws Exception {
    return call(property(use).getReadMethod());
  }

  @Override
  public void set(BindingUse use, Object value) throws Exception {
    call(property(use).getWriteMethod(), value);
  }

  /** Beans tell of their changes if they have the method for it. */
  @Override
  public Registration onChange(Runspace runspace, Consumer<String> changed) {
    PropertyChangeListener listener =
        change ->
            properties.keySet().stream()
                .filter(
                    name ->
                        change.getPropertyName() == null || name.equals(change.getPropertyName()))
                .forEach(changed);
    try {
      Method add = bean.getClass().getMethod("addPropertyChangeListener", LISTENER);
      Method remove = bean.getClass().getMethod("removePropertyChangeListener", LISTENER);
      Access.open(add, "method");
      Access.open(remove, "method");
      add.invoke(bean, listener);
      return () -> {
        try {
          remove.invoke(bean, listener);
        } catch (ReflectiveOperationException failed) {
          throw new IllegalStateException("the bean keeps its listener", failed);
        }
      };
    } catch (NoSuchMethodException tellsNothing) {
      return () -> {};
    } catch (ReflectiveOperationException failed) {
      throw new IllegalStateException("the bean refuses a listener", failed);
    }
  }

  private static final Class<?> LISTENER = PropertyChangeListener.class;

  private PropertyDescriptor property(BindingUse use) {
    return Optional.ofNullable(properties.get(use.property())).orElseThrow();
  }

  private @Nullable Object call(Method method, Object... arguments) throws Exception {
    try {
      return method.invoke(bean, arguments);
    } catch (InvocationTargetException failed) {
      throw Access.unwrapped(failed);
    }
  }
}
