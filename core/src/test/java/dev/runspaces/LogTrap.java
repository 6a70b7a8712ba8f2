package dev.runspaces;

import java.lang.reflect.Proxy;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Catches what is logged under a name, and keeps it off the console. By reflection: the module
 * under test, whose part the tests are, does not read java.logging.
 */
public final class LogTrap implements AutoCloseable {
  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final Class<?> filterType = Class.forName("java.util.logging.Filter");
  private final Object logger;

  /** One line of the log. */
  public record Line(String level, String text, List<Throwable> thrown) {}

  private LogTrap(String name, @Nullable RuntimeException trouble)
      throws ReflectiveOperationException {
    logger =
        Class.forName("java.util.logging.Logger")
            .getMethod("getLogger", String.class)
            .invoke(null, name);
    setFilter(
        Proxy.newProxyInstance(
            LogTrap.class.getClassLoader(),
            new Class<?>[] {filterType},
            (proxy, method, arguments) -> {
              lines.add(line(arguments[0]));
              if (trouble != null) {
                throw trouble;
              }
              return false;
            }));
  }

  public static LogTrap on(String logger) {
    return on(logger, null);
  }

  /** Has the logger throw something, once it has noted what it should log. */
  public static LogTrap throwing(RuntimeException trouble, String logger) {
    return on(logger, trouble);
  }

  private static LogTrap on(String logger, @Nullable RuntimeException trouble) {
    try {
      return new LogTrap(logger, trouble);
    } catch (ReflectiveOperationException unexpected) {
      throw new LinkageError(unexpected.getMessage(), unexpected);
    }
  }

  public List<Line> lines() {
    return List.copyOf(lines);
  }

  public List<String> texts() {
    return lines.stream().map(Line::text).toList();
  }

  @Override
  public void close() {
    try {
      setFilter(null);
    } catch (ReflectiveOperationException unexpected) {
      throw new LinkageError(unexpected.getMessage(), unexpected);
    }
  }

  private void setFilter(@Nullable Object filter) throws ReflectiveOperationException {
    logger.getClass().getMethod("setFilter", filterType).invoke(logger, filter);
  }

  private static Line line(Object record) throws ReflectiveOperationException {
    String pattern = (String) property(record, "getMessage");
    Object parameters = property(record, "getParameters");
    Object thrown = property(record, "getThrown");
    return new Line(
        String.valueOf(property(record, "getLevel")),
        parameters == null
            ? String.valueOf(pattern)
            : MessageFormat.format(String.valueOf(pattern), (Object[]) parameters),
        thrown == null ? List.of() : List.of((Throwable) thrown));
  }

  private static @Nullable Object property(Object record, String getter)
      throws ReflectiveOperationException {
    return record.getClass().getMethod(getter).invoke(record);
  }
}
