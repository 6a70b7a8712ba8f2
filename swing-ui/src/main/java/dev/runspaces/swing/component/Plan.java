package dev.runspaces.swing.component;

import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutException;
import java.awt.ComponentOrientation;
import java.util.List;

/**
 * A layout document resolved against a registry: tags found, values converted, constraints parsed,
 * names checked. Immutable; made once, built as often as wanted.
 */
public final class Plan {
  private final PlanNode<ViewRoot> root;
  private final List<HandlerUse> handlers;
  private final List<BindingUse> bindings;

  Plan(PlanNode<ViewRoot> root, List<HandlerUse> handlers, List<BindingUse> bindings) {
    this.bindings = List.copyOf(bindings);
    this.root = root;
    this.handlers = List.copyOf(handlers);
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
    return new PlanCompiler(registry, document).compile();
  }

  /**
   * Returns where the layout names a method of a controller. The {@link EventSink} gets such an
   * event under that name, with the {@code #} before it.
   *
   * @return the attributes, in the order of the layout; immutable
   */
  public List<HandlerUse> handlers() {
    return handlers;
  }

  /** {@return where the layout names a value of a model, in its order; immutable} */
  public List<BindingUse> bindings() {
    return bindings;
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
    var context = new BuildContext(sink);
    ViewRoot view = root.build(context);
    context.finish();
    view.pane()
        .applyComponentOrientation(ComponentOrientation.getOrientation(view.pane().getLocale()));
    return new ComponentTree(view, context);
  }
}
