package dev.runspaces;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every wait takes a time-out: whatever public method can wait has a form with a duration. */
@Timeout(30)
class EveryWaitTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", ""), "src", "main", "java", "dev", "runspaces");

  /** Javadoc, up to the name of the method below it. */
  private static final Pattern METHOD =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*([^;{=]*?)(\\w+)\\s*\\(", Pattern.DOTALL);

  /** Those whose form with a time-out has another name, and which it is. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of("DataCollection.add", "offer", "ForEach.run", "timeout");

  private static Stream<Path> exportedSources() throws IOException {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList().stream()
          .filter(file -> !file.toString().matches(".*(worker|delivery|eventbus|flight).[^/]*"));
    }
  }

  /** Type and name of each public method that says it waits. */
  private static Set<String> methodsThatWait() throws IOException {
    var found = new TreeSet<String>();
    for (Path file : exportedSources().toList()) {
      String type = file.getFileName().toString().replace(".java", "");
      Matcher method = METHOD.matcher(Files.readString(file));
      while (method.find()) {
        String javadoc = method.group(1);
        boolean waits =
            javadoc.matches("(?s).*@throws\\s+(\\w+\\.)*(WaitRefused|Interrupted)Exception.*");
        if (waits && (method.group(2).contains("public ") || type.equals("EventManager"))) {
          found.add(type + "." + method.group(3));
        }
      }
    }
    return found;
  }

  private static Class<?> typeOf(String method) {
    String name = method.substring(0, method.indexOf('.'));
    for (String inPackage : List.of("", "event.", "stream.")) {
      try {
        return Class.forName("dev.runspaces." + inPackage + name);
      } catch (ClassNotFoundException elsewhere) {
        // In the next one.
      }
    }
    throw new AssertionError("there is no " + name);
  }

  private static Set<String> withDuration(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Arrays.asList(method.getParameterTypes()).contains(Duration.class))
        .map(method -> method.getName())
        .collect(toCollection(LinkedHashSet::new));
  }

  @Test
  void hasAFormWithATimeOut() throws IOException {
    var without = new TreeMap<String, Class<?>>();
    for (String method : methodsThatWait()) {
      String name = method.substring(method.indexOf('.') + 1);
      Class<?> type = typeOf(method);
      if (!withDuration(type).contains(OTHER_NAMES.getOrDefault(method, name))) {
        without.put(method, type);
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void whatSaysSoInItsSignatureSaysSoInItsJavadoc() throws IOException {
    Set<String> known = methodsThatWait();
    for (Class<?> type :
        known.stream().map(EveryWaitTest::typeOf).collect(toCollection(LinkedHashSet::new))) {
      Arrays.stream(type.getMethods())
          .filter(method -> method.getDeclaringClass() != Object.class)
          .filter(
              method ->
                  Arrays.asList(method.getExceptionTypes()).contains(InterruptedException.class))
          .forEach(
              method -> assertThat(known).contains(type.getSimpleName() + "." + method.getName()));
    }
  }

  @Test
  void theMethodsThatWaitAreFound() throws IOException {
    assertThat(methodsThatWait())
        .contains(
            "Runspace.open",
            "Runspace.invoke",
            "Runspace.reset",
            "RunspaceBuilder.open",
            "RunspacePoolBuilder.open",
            "RunspacePool.resize",
            "RunspacePool.forEach",
            "Runspaces.await",
            "Invocation.await",
            "Shell.end",
            "Jobs.start",
            "Jobs.awaitAny",
            "Job.awaitEnd",
            "ForEach.run",
            "DataCollection.add",
            "EventManager.await");
  }
}
