package dev.runspaces.swing.window;

import dev.runspaces.SharedState;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.include.Expansion;
import dev.runspaces.swing.layout.IncludeProblems;
import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of a window that has a file of its own: {@link LayoutWindow#load} shows it in a slot of a
 * window that is open. Immutable, and safe for use on any thread.
 *
 * <pre>{@code
 * Fragment details = Layouts.fragment(Shop.class.getResource("details.xml"));
 * window.load("content", details, Map.of("title", "Details"));
 * }</pre>
 */
public final class Fragment {
  private final Source source;
  private final Wiring wiring;

  private Fragment(Source source, Wiring wiring) {
    this.source = source;
    this.wiring = wiring;
  }

  private record Source(
      LayoutDocument document, Supplier<LayoutFolder> folder, Vocabulary vocabulary) {

    Plan plan(
        Map<String, String> parameters, String space, Vocabulary inLanguage, @Nullable Plan window)
        throws IOException {
      LayoutFolder files = folder.get();
      return inLanguage.planOfFragment(
          Expansion.of(document, files, vocabulary.limits(), parameters, space), files, window);
    }
  }

  /** A fragment that is ready to be built: its names are known, and all it needs is there. */
  record Ready(Plan plan, @Nullable Controller controller, Map<String, Model> models) {}

  static Fragment of(LayoutDocument document, Supplier<LayoutFolder> folder, Vocabulary vocabulary)
      throws IOException {
    if (!Expansion.isFragment(document)) {
      throw new LayoutException(List.of(IncludeProblems.noFragment(document.root())));
    }
    var source = new Source(document, folder, vocabulary);
    if (Expansion.hasDefaults(document)) {
      Plan unused =
          source.plan(Map.of(), "", vocabulary, null); // the sooner a mistake is told the better
    }
    return new Fragment(source, Wiring.NONE);
  }

  /**
   * Gives the fragment an object whose values its components show and edit, as {@link Layout#model}
   * does. It goes before one of the window that has the same name.
   *
   * @param name the name of the model
   * @param model a {@link SharedState}, or a bean
   * @return a fragment with that model; whether it has what the layout names is checked when it is
   *     loaded
   */
  public Fragment model(String name, Object model) {
    return new Fragment(source, wiring.withModel(name, Model.of(model)));
  }

  /**
   * Gives the fragment the object whose methods its attributes name, as {@link Layout#controller}
   * does. Without one it calls the methods of the window's.
   *
   * @param controller the object
   * @return a fragment with that controller; whether it has what the layout names is checked when
   *     it is loaded
   */
  public Fragment controller(Object controller) {
    return new Fragment(source, wiring.withTarget(controller));
  }

  /** Resolves everything, for a slot of a window. On the thread that loads it. */
  Ready ready(
      String slot, Map<String, String> parameters, Plan window, Wiring windows, Locale locale) {
    try {
      Plan plan = source.plan(parameters, slot + '.', source.vocabulary.in(locale), window);
      var models = new HashMap<>(windows.models());
      models.putAll(wiring.models());
      models.forEach((name, model) -> Bindings.check(plan, name, model));
      Controller controller =
          wiring.target() == null && windows.target() != null
              ? Controller.ofMethods(windows.target(), plan) // its fields are the window's
              : wiring.controllerFor(plan);
      return new Ready(plan, controller, models);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
