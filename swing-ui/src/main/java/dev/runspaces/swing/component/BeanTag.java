package dev.runspaces.swing.component;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Insets;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.Icon;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** Makes a tag of a component of the program's, with its properties for attributes. */
final class BeanTag {
  /** How values of a property's type are written; a primitive one as what it is boxed to. */
  private static final Map<Class<?>, ValueType<?>> TYPES =
      Map.ofEntries(
          Map.entry(String.class, ValueType.TEXT),
          Map.entry(Boolean.class, ValueType.FLAG),
          Map.entry(Integer.class, ValueType.integer(Integer.MIN_VALUE, Integer.MAX_VALUE)),
          Map.entry(Long.class, whole(Long.class, Long.MIN_VALUE, Long.MAX_VALUE, Long::valueOf)),
          Map.entry(
              Short.class, whole(Short.class, Short.MIN_VALUE, Short.MAX_VALUE, Short::valueOf)),
          Map.entry(Byte.class, whole(Byte.class, Byte.MIN_VALUE, Byte.MAX_VALUE, Byte::valueOf)),
          Map.entry(Double.class, number(Double::valueOf)),
          Map.entry(Float.class, number(Float::valueOf)),
          Map.entry(Character.class, ValueType.CHARACTER),
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
    return TYPES.get(MethodType.methodType(type).wrap().returnType());
  }

  private static <N> ValueType<N> whole(
      Class<N> type, long least, long greatest, Function<String, N> reader) {
    return ValueType.of(
            "a whole number from " + least + " to " + greatest,
            text -> {
              String digits = text.strip();
              try {
                return digits.matches("-?[0-9]+")
                    ? Optional.of(reader.apply(digits))
                    : Optional.<N>empty();
              } catch (NumberFormatException outOfRange) {
                return Optional.empty();
              }
            })
        .boundTo(type);
  }

  /** Of so many digits that even a float does not become infinite. */
  private static <N> ValueType<N> number(Function<String, N> reader) {
    return ValueType.of(
        "a number like 2.5",
        text -> {
          String digits = text.strip();
          return digits.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")
              ? Optional.of(reader.apply(digits))
              : Optional.empty();
        });
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
      throw new UndeclaredThrowableException(failure);
    }
  }
}
