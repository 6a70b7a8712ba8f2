package dev.runspaces.swing.component;

import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutFiles;
import dev.runspaces.swing.layout.LayoutLimits;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ReferenceProblems;
import dev.runspaces.swing.layout.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * A layout document resolved against a registry: tags found, values converted, constraints parsed,
 * names checked. Immutable; made once, built as often as wanted.
 */
public final class Plan {
  private final PlanNode<?> root;
  private final Uses uses;
  private final Names names;
  private final Texts texts;
  private final List<LocalText<?>> localTexts;
  private final List<LayoutProblem> warnings;
  private final LayoutLimits limits;

  Plan(
      PlanNode<?> root,
      Names names,
      Uses uses,
      Texts texts,
      List<LocalText<?>> localTexts,
      List<LayoutProblem> warnings,
      LayoutLimits limits) {
    this.limits = limits;
    this.names = names;
    this.warnings = List.copyOf(warnings);
    this.texts = texts;
    this.localTexts = List.copyOf(localTexts);
    this.root = root;
    this.uses = uses;
  }

  /**
   * Resolves a document. May be called on any thread.
   *
   * @param document the document
   * @param registry the tags that it may use
   * @return the plan
   * @throws LayoutException if the document has mistakes: it names them all
   */
  public static Plan of(LayoutDocument document, ComponentRegistry registry) {
    return of(document, registry, Texts.none(null), LayoutFiles.none(), LayoutLimits.STANDARD);
  }

  /**
   * Resolves a document in a language. May be called on any thread.
   *
   * @param document the document
   * @param registry the tags that it may use
   * @param texts the texts that it may name
   * @param files the pictures that it may name
   * @param limits how large what is built may be: as many elements may be repeated as a layout may
   *     have
   * @return the plan
   * @throws LayoutException if the document has mistakes: it names them all
   */
  public static Plan of(
      LayoutDocument document,
      ComponentRegistry registry,
      Texts texts,
      LayoutFiles files,
      LayoutLimits limits) {
    return new PlanCompiler(registry, texts, files, Outside.NOTHING, document, limits)
        .compile(ViewRoot.class);
  }

  /**
   * Resolves a fragment that was expanded: its content stands in a slot. May be called on any
   * thread.
   *
   * @param document the document
   * @param registry the tags that it may use
   * @param texts the texts that it may name
   * @param files the pictures that it may name
   * @param window what else it may refer to: the components and actions of the window that it is
   *     shown in; null if that is not known yet
   * @param limits how large what is built may be
   * @return the plan
   * @throws LayoutException if the document has mistakes: it names them all
   */
  public static Plan ofFragment(
      LayoutDocument document,
      ComponentRegistry registry,
      Texts texts,
      LayoutFiles files,
      @Nullable Plan window,
      LayoutLimits limits) {
    return new PlanCompiler(registry, texts, files, Outside.of(window), document, limits)
        .compile(SlotPanel.class);
  }

  /** {@return how large what is built may be} */
  public LayoutLimits limits() {
    return limits;
  }

  /** {@return the texts that it was made with, and their language} */
  public Texts texts() {
    return texts;
  }

  /**
   * Finds all that this plan says in another language, for {@link ComponentTree#show}. May be
   * called on any thread.
   *
   * @param language that language
   * @return the translation
   * @throws LayoutException if there are no texts in it, or one is not there: it names all such
   */
  public Translation translate(Locale language) {
    Texts other = textsIn(language);
    var problems = new ArrayList<LayoutProblem>();
    var values = new ArrayList<Object>();
    for (LocalText<?> text : localTexts) {
      text.in(other, problems).ifPresent(values::add);
    }
    if (!problems.isEmpty()) {
      throw new LayoutException(problems);
    }
    return new Translation(other.locale(), values);
  }

  private Texts textsIn(Locale language) {
    try {
      return texts.in(language);
    } catch (MissingResourceException missing) {
      throw new LayoutException(
          ReferenceProblems.bundleMissing(names.root(), language, missing), missing);
    }
  }

  /**
   * Returns where the layout names a method of a controller. The {@link EventSink} gets such an
   * event under that name, with the {@code #} before it.
   *
   * @return the attributes, in the order of the layout; immutable
   */
  public List<HandlerUse> handlers() {
    return uses.handlers();
  }

  /**
   * What has a name. Immutable.
   *
   * @param space what all of them begin with
   * @param components the classes of the components, by their names
   * @param actions the names of the actions
   * @param places where the components have them
   * @param root where the layout begins
   */
  record Names(
      String space,
      Map<String, Class<?>> components,
      Set<String> actions,
      Map<String, SourceLocation> places,
      SourceLocation root) {
    Names {
      components = Map.copyOf(components);
      actions = Set.copyOf(actions);
      places = Map.copyOf(places);
    }

    Names with(Map<String, Class<?>> others) {
      return new Names(space, others, actions, places, root);
    }
  }

  /**
   * What of a program's the layout uses. Immutable.
   *
   * @param handlers the methods of its controller
   * @param bindings the values of its models
   * @param templates what is repeated for items of its models
   */
  record Uses(List<HandlerUse> handlers, List<BindingUse> bindings, List<Template> templates) {
    Uses {
      handlers = List.copyOf(handlers);
      bindings = List.copyOf(bindings);
      templates = List.copyOf(templates);
    }
  }

  /** {@return what all names begin with: that of the slot, in a fragment; else ""} */
  public String space() {
    return names.space();
  }

  /** {@return the classes of the components that have names; immutable} */
  public Map<String, Class<?>> names() {
    return names.components();
  }

  /**
   * Finds where something is, for a message.
   *
   * @param name the name of a component
   * @return where the layout has it; where the layout begins, if there is none
   */
  public SourceLocation placeOf(String name) {
    return names.places().getOrDefault(name, names.root());
  }

  /** {@return the names of the actions; immutable} */
  public Set<String> actions() {
    return names.actions();
  }

  /**
   * Returns the same without some of its components, to which nothing can refer any more.
   *
   * @param gone their names
   * @return what a fragment may refer to
   */
  public Plan without(Set<String> gone) {
    var there = new HashMap<>(names.components());
    there.keySet().removeAll(gone);
    return new Plan(root, names.with(there), uses, texts, localTexts, warnings, limits);
  }

  /** {@return what may be a mistake, but keeps no window from being built; immutable} */
  public List<LayoutProblem> warnings() {
    return warnings;
  }

  /** {@return where the layout names a value of a model, in its order; immutable} */
  public List<BindingUse> bindings() {
    return uses.bindings();
  }

  /** {@return what is repeated for each item of a list; immutable} */
  public List<Template> templates() {
    return uses.templates();
  }

  /**
   * Builds the components. On the EDT only.
   *
   * @param sink takes the events that the layout names
   * @return new components, not shown
   * @throws dev.runspaces.swing.edt.EdtViolationException if called on another thread
   */
  public ComponentTree build(EventSink sink) {
    Edt.require("Plan.build");
    return build(new BuildContext(sink, null));
  }

  /**
   * Builds the components of a fragment, which may refer to those of a window. On the EDT only.
   *
   * @param sink takes the events that the layout names
   * @param window what this was {@linkplain #ofFragment planned} for, built
   * @return new components, not shown
   * @throws dev.runspaces.swing.edt.EdtViolationException if called on another thread
   */
  public ComponentTree buildIn(EventSink sink, ComponentTree window) {
    Edt.require("Plan.buildIn");
    return build(new BuildContext(sink, window));
  }

  private ComponentTree build(BuildContext context) {
    Object built = root.build(context);
    context.finish();
    JComponent content = built instanceof ViewRoot view ? view.pane() : (JComponent) built;
    Translation.setLocale(content, context.named().values(), texts.locale());
    return new ComponentTree(built instanceof ViewRoot view ? view : null, content, context);
  }
}
