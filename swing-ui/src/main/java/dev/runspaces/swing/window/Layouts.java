package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.include.Expansion;
import dev.runspaces.swing.layout.IncludeProblems;
import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutLimits;
import dev.runspaces.swing.layout.LayoutReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
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
  private static final System.Logger LOG = System.getLogger("dev.runspaces.swing");
  private static final PlanCache PLANS = new PlanCache();
  private static final Layouts STANDARD = new Layouts(Vocabulary.of(ComponentRegistry.standard()));

  private static final Set<String> REMOTE = Set.of("http", "https", "ftp");

  private final Vocabulary vocabulary;

  private Layouts(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** {@return the loader of layouts that use the tags of this library and have no texts} */
  public static Layouts standard() {
    return STANDARD;
  }

  /**
   * Chooses the tags that layouts may use.
   *
   * @param registry the tags
   * @return a loader of such layouts
   */
  public static Layouts using(ComponentRegistry registry) {
    return new Layouts(Vocabulary.of(registry));
  }

  /**
   * Gives layouts their texts: {@code text="%save"} is the text {@code save} of the bundle.
   *
   * <pre>{@code
   * Layouts.standard()
   *     .texts(locale -> ResourceBundle.getBundle("shop.texts", locale))
   *     .from(Shop.class.getResource("shop.xml"));
   * }</pre>
   *
   * <p>Every key is looked up when the layout is loaded. {@link LayoutWindow#setLocale} changes the
   * language of a window that is open.
   *
   * @param bundles finds the bundle of a language; called on the thread that loads a layout, or
   *     that changes the language of a window. Plans are kept for each such function, so use one
   *     and the same again
   * @return a loader of such layouts
   */
  public Layouts texts(Function<Locale, ResourceBundle> bundles) {
    return new Layouts(vocabulary.withTexts(Objects.requireNonNull(bundles, "bundles")));
  }

  /**
   * Chooses the language of the windows, and with it the direction in which they go. Without it
   * that is Swing's default at the time of loading.
   *
   * @param locale the language
   * @return a loader of such layouts
   */
  public Layouts locale(Locale locale) {
    return new Layouts(vocabulary.in(Objects.requireNonNull(locale, "locale")));
  }

  /**
   * Chooses how large layouts may be.
   *
   * @param limits the limits; {@link LayoutLimits#STANDARD} without this
   * @return a loader of such layouts
   */
  public Layouts limits(LayoutLimits limits) {
    return new Layouts(vocabulary.within(Objects.requireNonNull(limits, "limits")));
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
    URL found = local(resource);
    Vocabulary now = vocabulary.now();
    return new Layout(
        PLANS.get(
            found.toString(),
            FileStamp.of(found),
            now,
            LayoutFolder.of(found, vocabulary.limits()),
            folder -> plan(LayoutReader.read(found, vocabulary.limits()), folder, now)));
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
    Vocabulary now = vocabulary.now();
    return new Layout(
        PLANS.get(
            file.toUri().toString(),
            FileStamp.of(file),
            now,
            LayoutFolder.of(file, vocabulary.limits()),
            folder -> plan(LayoutReader.read(file, vocabulary.limits()), folder, now)));
  }

  /**
   * Takes a layout from a text.
   *
   * @param source what to call it in messages
   * @param xml the text
   * @return the layout
   * @throws dev.runspaces.swing.layout.LayoutException if the text has mistakes: it names them all;
   *     it cannot include files, as it is in no folder
   */
  public Layout fromText(String source, String xml) {
    try {
      return new Layout(
          plan(
              LayoutReader.read(source, xml, vocabulary.limits()),
              LayoutFolder.none(),
              vocabulary));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // there is no file to be read
    }
  }

  /**
   * Loads a fragment from a resource: what windows {@code <Include>}, or show in a slot while they
   * are open, see {@link LayoutWindow#load}. JavaFX's nested controllers, with parameters.
   *
   * @param resource where it is; null is refused with a sentence
   * @return the fragment
   * @throws dev.runspaces.swing.layout.LayoutException if the file is no fragment, or has mistakes
   *     that can be found before its parameters are known: it names them all
   * @throws IOException if the file is not found or cannot be read, or is on another machine
   */
  public static Fragment fragment(@Nullable URL resource) throws IOException {
    return STANDARD.fragmentFrom(resource);
  }

  /**
   * Loads a fragment from a file.
   *
   * @param file where it is
   * @return the fragment
   * @throws dev.runspaces.swing.layout.LayoutException if the file is no fragment, or has mistakes
   *     that can be found before its parameters are known: it names them all
   * @throws IOException if the file cannot be read
   */
  public static Fragment fragment(Path file) throws IOException {
    return STANDARD.fragmentFrom(file);
  }

  /**
   * Loads a fragment from a resource.
   *
   * @param resource where it is; null is refused with a sentence
   * @return the fragment
   * @throws dev.runspaces.swing.layout.LayoutException if the file is no fragment, or has mistakes
   *     that can be found before its parameters are known: it names them all
   * @throws IOException if the file is not found or cannot be read, or is on another machine
   */
  public Fragment fragmentFrom(@Nullable URL resource) throws IOException {
    URL found = local(resource);
    return Fragment.of(
        LayoutReader.read(found, vocabulary.limits()),
        () -> LayoutFolder.of(found, vocabulary.limits()),
        vocabulary);
  }

  /**
   * Loads a fragment from a file.
   *
   * @param file where it is
   * @return the fragment
   * @throws dev.runspaces.swing.layout.LayoutException if the file is no fragment, or has mistakes
   *     that can be found before its parameters are known: it names them all
   * @throws IOException if the file cannot be read
   */
  public Fragment fragmentFrom(Path file) throws IOException {
    return Fragment.of(
        LayoutReader.read(file, vocabulary.limits()),
        () -> LayoutFolder.of(file, vocabulary.limits()),
        vocabulary);
  }

  private static Plan plan(LayoutDocument document, LayoutFolder folder, Vocabulary vocabulary)
      throws IOException {
    if (Expansion.isFragment(document)) {
      throw new LayoutException(List.of(IncludeProblems.noWindow(document.root())));
    }
    Plan plan = vocabulary.plan(Expansion.of(document, folder, vocabulary.limits()), folder);
    plan.warnings().forEach(warning -> LOG.log(Level.WARNING, "{0}", warning));
    return plan;
  }

  /** A layout says what a program does; so it comes with the program, and not over a network. */
  private static URL local(@Nullable URL resource) throws IOException {
    if (resource == null) {
      throw new FileNotFoundException(
          "there is no such layout: getResource returned null; is the file beside the class, and"
              + " named exactly so?");
    }
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
    return resource;
  }
}
