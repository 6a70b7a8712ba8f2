package dev.runspaces.benchmarks.form;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sierra reads what stands beside a class: so here is a class that has a text beside it. */
final class SierraResource extends ClassLoader {
  static final String NAME = "form.xml";

  private final Path text;

  private SierraResource(Path text) {
    super(SierraResource.class.getClassLoader());
    this.text = text;
  }

  /** What stands beside its text. */
  static final class Owner {}

  /** Returns an object whose class has the text as its resource {@link #NAME}. */
  static Object ownerOf(String text) throws IOException, ReflectiveOperationException {
    Path file = Files.createTempFile("form", ".xml");
    file.toFile().deleteOnExit();
    Files.writeString(file, text);
    String name = Owner.class.getName();
    try (InputStream code =
        Owner.class.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
      byte[] bytes = code.readAllBytes();
      Class<?> owner = new SierraResource(file).defineClass(name, bytes, 0, bytes.length);
      var constructor = owner.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    }
  }

  @Override
  public URL getResource(String name) {
    try {
      return name.endsWith(NAME) ? text.toUri().toURL() : super.getResource(name);
    } catch (MalformedURLException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
