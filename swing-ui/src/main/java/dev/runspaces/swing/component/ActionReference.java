package dev.runspaces.swing.component;

/**
 * What {@code action="#save"} reads as. The plan checks that the name leads to an action.
 *
 * @param name the action's name
 * @param space what the names begin with where it stands
 */
record ActionReference(String name, String space) implements Spaced<ActionReference> {

  @Override
  public ActionReference in(String elementsSpace) {
    return new ActionReference(name, elementsSpace);
  }
}
