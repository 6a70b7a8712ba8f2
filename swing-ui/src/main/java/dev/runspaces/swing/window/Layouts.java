package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.layout.LayoutReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entry: loads layout files.
 *
 * <pre>{@code
 * gui.begin(context ->
 *     Layouts.load(Demo.class.getResource("press-me.xml")).open(context).awaitClosed());
 * }</pre>
 *
 * <p>Loading reads and checks the whole file, and tells all its mistakes in one {@link
 * dev.runspaces.swing.layout.LayoutException}. It touches no component, and may be done on any
 * thread. A file that is loaded again and has not changed is not read again. The methods of this
 * class use the {@linkplain ComponentRegistry#standard() standard tags}; {@link #using} takes
 * others.
 */
public final class Layouts {
  private static final PlanCache PLANS = new PlanCache();
  private static final Layouts STANDARD = new Layouts(ComponentRegistry.standard());

  private static final Set<String> REMOTE = Set.of("http", "https", "ftp");

  private final ComponentRegistry registry;

  private Layouts(ComponentRegistry registry) {
    this.registry = registry;
  }

  /**
   * Chooses the tags that layouts may use.
   *
   * @param registry the tags
   * @return a loader of such layouts
   */
  public static Layouts using(ComponentRegistry registry) {
    return new Layouts(registry);
  }

  /**
   * Loads a layout from a resource: {@code Layouts.load(Demo.class.getResource("press-me.xml"))}.
   *
   * @param resource where it is; null, which {@code getResource} returns for what it cannot find,
   *     is refused with a sentence
   * @return the layout
   * @throws dev.runspaces.swing.layout.LayoutException if the file has mistakes: it names them all
   * @throws IOException if the file is not found or cannot be read, or is on another machine
   */
  public static Layout load(@Nullable URL resource) throws IOException {
    return STANDARD.from(resource);
  }

  /**
   * Loads a layout from a file.
   *
   * @param file where it is
   * @return the layout
   * @throws dev.runspaces.swing.layout.LayoutException if the file has mistakes: it names them all
   * @throws IOException if the file cannot be read
   */
  public static Layout load(Path file) throws IOException {
    return STANDARD.from(file);
  }

  /**
   * Loads a layout from a resource.
   *
   * @param resource where it is; null is refused with a sentence
   * @return the layout
   * @throws dev.runspaces.swing.layout.LayoutException if the file has mistakes: it names them all
   * @throws IOException if the file is not found or cannot be read, or is on another machine
   */
  public Layout from(@Nullable URL resource) throws IOException {
    if (resource == null) {
      throw new FileNotFoundException(
          "there is no such layout: getResource returned null; is the file beside the class, and"
              + " named exactly so?");
    }
    refuseRemote(resource);
    return new Layout(
        PLANS.get(
            resource.toString(),
            FileStamp.of(resource),
            registry,
            () -> Plan.of(LayoutReader.read(resource), registry)));
  }

  /**
   * Loads a layout from a file.
   *
   * @param file where it is
   * @return the layout
   * @throws dev.runspaces.swing.layout.LayoutException if the file has mistakes: it names them all
   * @throws IOException if the file cannot be read
   */
  public Layout from(Path file) throws IOException {
    return new Layout(
        PLANS.get(
            file.toUri().toString(),
            FileStamp.of(file),
            registry,
            () -> Plan.of(LayoutReader.read(file), registry)));
  }

  /**
   * Takes a layout from a text.
   *
   * @param source what to call it in messages
   * @param xml the text
   * @return the layout
   * @throws dev.runspaces.swing.layout.LayoutException if the text has mistakes: it names them all
   */
  public Layout fromText(String source, String xml) {
    return new Layout(Plan.of(LayoutReader.read(source, xml), registry));
  }

  /** A layout says what a program does; so it comes with the program, and not over a network. */
  private static void refuseRemote(URL resource) throws IOException {
    String inJar = resource.getPath();
    boolean isJar = resource.getProtocol().equals("jar");
    URL source = isJar ? new URL(inJar.substring(0, Math.max(0, inJar.indexOf("!/")))) : resource;
    boolean isRemote =
        REMOTE.contains(source.getProtocol())
            || (source.getProtocol().equals("file") && !source.getHost().isEmpty());
    if (isRemote) {
      throw new IOException(
          "layouts are not loaded over a network, but "
              + source.getProtocol()
              + "://"
              + source.getHost()
              + " was asked for; put the file beside the class");
    }
  }
}
