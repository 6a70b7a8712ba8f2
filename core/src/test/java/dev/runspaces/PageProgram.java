package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs the examples of a page, one after the other, as programs in one JVM. Arguments: the folder
 * with the classes, and their names. What each prints is in a file beside it that ends in {@code
 * .printed}; one that fails, or leaves a runspace open, has its stack trace in another, {@code
 * .failed}.
 */
final class PageProgram {
  private PageProgram() {}

  public static void main(String... arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
        run(loader.loadClass(name), folder);
      }
    }
  }

  private static void run(Class<?> example, Path folder) throws IOException {
    PrintStream console = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      var main = example.getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) new String[0]);
      eventually(() -> assertThat(Runspaces.all()).as("runspaces that are left open").isEmpty());
    } catch (Throwable failure) {
      var trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      Files.writeString(folder.resolve(example.getName() + ".failed"), trace.toString());
    } finally {
      Runspaces.all().forEach(Runspace::close);
      System.setOut(console);
    }
    Files.write(folder.resolve(example.getName() + ".printed"), printed.toByteArray());
  }
}
