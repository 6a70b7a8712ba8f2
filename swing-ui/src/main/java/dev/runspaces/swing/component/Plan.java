package dev.runspaces.swing.component;

import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutException;
import java.awt.ComponentOrientation;

/**
 * A layout document resolved against a registry: tags found, values converted, constraints parsed,
 * names checked. Immutable; made once, built as often as wanted.
 */
public final class Plan {
  private final PlanNode<ViewRoot> root;

  Plan(PlanNode<ViewRoot> root) {
    this.root = root;
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
    view.pane()
        .applyComponentOrientation(ComponentOrientation.getOrientation(view.pane().getLocale()));
    return new ComponentTree(view, context.named());
  }
}
