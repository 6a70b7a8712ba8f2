package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutElement;
import java.util.Set;

/**
 * What {@code action="#save"} reads as. The plan checks that the name leads to an action.
 *
 * @param name the action's name
 * @param space what the names begin with where it stands
 * @param own what the element says itself, by Swing's names
 */
record ActionReference(String name, String space, Set<String> own)
    implements Spaced<ActionReference> {

  /** Returns a reference that stands nowhere yet. */
  static ActionReference to(String name) {
    return new ActionReference(name, "", Set.of());
  }

  @Override
  public ActionReference in(LayoutElement element) {
    return new ActionReference(name, element.space(), OwnAction.ownOf(element.attributes()));
  }
}
