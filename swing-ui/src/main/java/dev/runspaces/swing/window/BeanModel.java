package dev.runspaces.swing.window;

import dev.runspaces.event.Registration;
import dev.runspaces.swing.component.BindingUse;
import dev.runspaces.swing.component.BindingUse.Purpose;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ModelProblems;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyChangeListener;
import java.beans.PropertyDescriptor;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A bean with its properties, or a record with its components, which are only read. */
final class BeanModel implements Model {
  private static final Class<?> LISTENER = PropertyChangeListener.class;

  /** Found once for a class, and kept by it. */
  private static final ClassValue<Map<String, Property>> PROPERTIES =
      new ClassValue<>() {
        @Override
        protected Map<String, Property> computeValue(Class<?> type) {
          return type.isRecord() ? ofRecord(type) : ofBean(type);
        }
      };

  private final Object bean;
  private final Map<String, Property> properties;

  /** One value; {@code write} is null where it is only read. */
  private record Property(Class<?> type, Method read, @Nullable Method write) {}

  BeanModel(Object bean) {
    this.bean = bean;
    this.properties = PROPERTIES.get(bean.getClass());
  }

  private static Map<String, Property> ofRecord(Class<?> type) {
    var found = new TreeMap<String, Property>();
    for (RecordComponent component : type.getRecordComponents()) {
      found.put(
          component.getName(), new Property(component.getType(), component.getAccessor(), null));
    }
    return found;
  }

  private static Map<String, Property> ofBean(Class<?> type) {
    var found = new TreeMap<String, Property>();
    try {
      for (PropertyDescriptor property : Introspector.getBeanInfo(type).getPropertyDescriptors()) {
        Method read = property.getReadMethod();
        if (read != null && read.getDeclaringClass() != Object.class) {
          found.put(
              property.getName(),
              new Property(property.getPropertyType(), read, property.getWriteMethod()));
        }
      }
    } catch (IntrospectionException notABean) {
      throw new IllegalArgumentException(type + " is no bean", notABean);
    }
    return found;
  }

  @Override
  public Optional<LayoutProblem> check(BindingUse use) {
    String name = bean.getClass().getSimpleName();
    Property property = properties.get(use.property());
    if (property == null) {
      return Optional.of(
          ModelProblems.unknownProperty(
              use.attribute(), use.model(), use.property(), name, known(use.purpose())));
    }
    if (use.purpose() == Purpose.EDIT && property.write == null) {
      return Optional.of(ModelProblems.cannotBeWritten(use.attribute(), name));
    }
    if (!fits(use, boxed(property.type))) {
      String actual = property.type.getSimpleName();
      return Optional.of(
          use.purpose() == Purpose.REPEAT
              ? ModelProblems.notAList(use.attribute(), actual)
              : ModelProblems.propertyOfOtherType(
                  use.attribute(),
                  use.tag(),
                  Numbers.nameOf(use.type()),
                  actual,
                  use.purpose() == Purpose.EDIT ? Editors.hintsFor(property.type) : List.of()));
    }
    Access.open(property.read, "method");
    if (use.purpose() == Purpose.EDIT && property.write != null) {
      Access.open(property.write, "method");
    }
    return Optional.empty();
  }

  private Collection<String> known(Purpose purpose) {
    return properties.entrySet().stream()
        .filter(known -> purpose != Purpose.EDIT || known.getValue().write != null)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean fits(BindingUse use, Class<?> type) {
    return switch (use.purpose()) {
      case EDIT -> type == use.type() || Numbers.fit(use.type(), type);
      case SHOW -> use.type() == String.class || type == use.type() || type == Object.class;
      case REPEAT -> Iterable.class.isAssignableFrom(type) || type.isArray();
    };
  }

  private static Class<?> boxed(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }

  @Override
  public @Nullable Object get(BindingUse use) throws Exception {
    return call(property(use).read);
  }

  @Override
  public boolean takesNone(BindingUse use) {
    return !property(use).type.isPrimitive();
  }

  @Override
  public void set(BindingUse use, @Nullable Object value) throws Exception {
    Property property = property(use);
    Method write = property.write;
    if (write == null) {
      throw new IllegalStateException(use.attribute().value() + " is only read");
    }
    call(write, value == null ? null : Numbers.stored(use.type(), value, boxed(property.type)));
  }

  /** Beans tell of their changes if they have the method for it. */
  @Override
  public Registration onChange(Consumer<String> changed) {
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

  private Property property(BindingUse use) {
    return Optional.ofNullable(properties.get(use.property())).orElseThrow();
  }

  private @Nullable Object call(Method method, @Nullable Object... arguments) throws Exception {
    try {
      return method.invoke(bean, arguments);
    } catch (InvocationTargetException failed) {
      throw Access.unwrapped(failed);
    }
  }
}
