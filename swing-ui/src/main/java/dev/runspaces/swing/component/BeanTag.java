package dev.runspaces.swing.component;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Insets;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.Icon;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** Makes a tag of a component of the program's, with its properties for attributes. */
final class BeanTag {
  private static final ValueType<Double> NUMBER =
      ValueType.of("a number like 2.5", BeanTag::number);

  /** How values of a property's type are written. */
  private static final Map<Class<?>, ValueType<?>> TYPES =
      Map.ofEntries(
          Map.entry(String.class, ValueType.TEXT),
          Map.entry(boolean.class, ValueType.FLAG),
          Map.entry(int.class, ValueType.integer(Integer.MIN_VALUE, Integer.MAX_VALUE)),
          Map.entry(double.class, NUMBER),
          Map.entry(char.class, ValueType.CHARACTER),
          Map.entry(Color.class, SwingValues.COLOR),
          Map.entry(Insets.class, SwingValues.INSETS),
          Map.entry(Dimension.class, SwingValues.DIMENSION),
          Map.entry(KeyStroke.class, SwingValues.KEY_STROKE),
          Map.entry(Duration.class, SwingValues.DURATION),
          Map.entry(LocalDate.class, SpinnerTags.DAY));

  private BeanTag() {}

  static <T> Tag<T> of(String name, Class<T> bean, Supplier<? extends T> factory) {
    Tag<T> tag = Tag.of(name, bean, factory);
    try {
      for (PropertyDescriptor property : Introspector.getBeanInfo(bean).getPropertyDescriptors()) {
        Method setter = property.getWriteMethod();
        if (setter != null && isOwn(setter) && !tag.hasProperty(property.getName())) {
          tag = with(tag, property, setter);
        }
      }
      return tag;
    } catch (IntrospectionException noBean) {
      throw new IllegalArgumentException(bean + " is no bean", noBean);
    }
  }

  /** What Swing has, a program adds by name: some of its setters load from anywhere. */
  private static boolean isOwn(Method setter) {
    String owner = setter.getDeclaringClass().getName();
    return !owner.startsWith("java.") && !owner.startsWith("javax.");
  }

  private static <T> Tag<T> with(Tag<T> tag, PropertyDescriptor property, Method setter) {
    Class<?> type = property.getPropertyType();
    if (Icon.class.isAssignableFrom(type)) {
      MethodHandle handle = handle(setter);
      return type == Icon.class
          ? tag.property(
              property.getName(), IconName.TYPE, (it, name) -> call(handle, it, name.picture()))
          : tag;
    }
    ValueType<?> values = valuesOf(type);
    return values == null ? tag : with(tag, property.getName(), values, handle(setter));
  }

  private static <T, V> Tag<T> with(
      Tag<T> tag, String attribute, ValueType<V> values, MethodHandle setter) {
    return tag.property(attribute, values, (it, value) -> call(setter, it, value));
  }

  private static @Nullable ValueType<?> valuesOf(Class<?> type) {
    if (type.isEnum()) {
      var words = new HashMap<String, Object>();
      for (Object constant : type.getEnumConstants()) {
        words.put(((Enum<?>) constant).name(), constant);
      }
      return ValueType.oneOf(words);
    }
    return TYPES.get(type);
  }

  private static MethodHandle handle(Method setter) {
    Class<?> owner = setter.getDeclaringClass();
    try {
      if (setter.trySetAccessible()) {
        return MethodHandles.lookup().unreflect(setter);
      }
    } catch (IllegalAccessException notOpen) {
      // said below
    }
    throw new IllegalArgumentException(
        setter
            + " cannot be called, because its module does not open its package; add \"opens "
            + owner.getPackageName()
            + " to "
            + BeanTag.class.getModule().getName()
            + ";\" to the module-info of "
            + owner.getModule().getName());
  }

  private static void call(MethodHandle setter, Object bean, Object value) {
    try {
      setter.invoke(bean, value);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(setter + " refuses " + value, failure);
    }
  }

  private static Optional<Double> number(String text) {
    boolean isPlain = text.strip().matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
    return isPlain ? Optional.of(Double.valueOf(text.strip())) : Optional.empty();
  }
}
