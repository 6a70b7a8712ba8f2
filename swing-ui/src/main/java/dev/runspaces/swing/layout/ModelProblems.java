package dev.runspaces.swing.layout;

import java.util.Collection;
import java.util.List;

/** What can be wrong with an attribute that names a value of a model. */
public final class ModelProblems {
  private ModelProblems() {}

  /**
   * A binding names a model that was not given.
   *
   * @param attribute the attribute that has the binding
   * @param model the name of the model
   * @param given the names of the models that were
   * @return the problem
   */
  public static LayoutProblem modelMissing(
      LayoutAttribute attribute, String model, Collection<String> given) {
    return new LayoutProblem(
        attribute.valueLocation(),
        LayoutProblem.written(attribute) + " needs a model",
        "give it one: layout.model("
            + Quoted.text(model)
            + ", object).open(...), or fragment.model(...)",
        LayoutProblem.choices("models given", given));
  }

  /**
   * A binding names what a bean does not have.
   *
   * @param attribute the attribute that has the binding
   * @param model the name of the model
   * @param property the name of the property
   * @param bean the bean's class
   * @param known the properties that it has
   * @return the problem
   */
  public static LayoutProblem unknownProperty(
      LayoutAttribute attribute,
      String model,
      String property,
      String bean,
      Collection<String> known) {
    List<String> near = NearestNames.of(property, known);
    return new LayoutProblem(
        attribute.valueLocation(),
        bean + " has no property for " + LayoutProblem.written(attribute),
        near.isEmpty()
            ? LayoutProblem.choices("properties", known)
            : LayoutProblem.didYouMean(
                LayoutProblem.quoted(
                    near.stream().map(name -> "{" + model + "." + name + "}").toList())));
  }

  /**
   * A component is to edit what can only be read.
   *
   * @param attribute the attribute that has the binding
   * @param owner what has the value: the bean's class, "a Map"
   * @return the problem
   */
  public static LayoutProblem cannotBeWritten(LayoutAttribute attribute, String owner) {
    return new LayoutProblem(
        attribute.valueLocation(),
        owner + " has no way to write " + LayoutProblem.written(attribute),
        "what is edited is a property with a setter, or a key of a SharedState",
        "what is only shown is bound to another attribute, such as text of a <Label>");
  }

  /**
   * What the user of a component may edit is bound by an attribute that only shows.
   *
   * @param attribute the attribute that has the binding
   * @return the problem
   */
  public static LayoutProblem onlyShown(LayoutAttribute attribute) {
    return new LayoutProblem(
        attribute.valueLocation(),
        LayoutProblem.written(attribute) + " would only be shown, and what is edited would be lost",
        "write value=" + Quoted.text(attribute.value()) + " to have it edited");
  }

  /**
   * An attribute that is read once, when a window is built, is bound.
   *
   * @param attribute the attribute that has the binding
   * @param expected what it takes
   * @return the problem
   */
  public static LayoutProblem cannotBeBound(LayoutAttribute attribute, String expected) {
    return new LayoutProblem(
        attribute.valueLocation(),
        LayoutProblem.written(attribute)
            + " cannot be bound: it is read once, when the window is built",
        "write " + expected);
  }

  /**
   * A text looks like a binding and is none, so that it is shown as it is written.
   *
   * @param attribute the attribute that has the text
   * @return the problem
   */
  public static LayoutProblem almostBound(LayoutAttribute attribute) {
    return new LayoutProblem(
        attribute.valueLocation(),
        LayoutProblem.written(attribute) + " is no binding, and shown as it is written",
        "a binding is all of a text, and a model and a property like {customer.name}: there are no"
            + " expressions",
        "if it is meant so, write "
            + Quoted.name(attribute.name())
            + "="
            + Quoted.text("{}" + attribute.value()));
  }

  /**
   * What is to be true or false, or a number, looks like a computation.
   *
   * @param attribute the attribute
   * @return the problem
   */
  public static LayoutProblem noExpression(LayoutAttribute attribute) {
    return new LayoutProblem(
        attribute.valueLocation(),
        LayoutProblem.written(attribute) + " is no binding",
        "a binding is a model and a property like {customer.name}: there are no expressions",
        "have the model compute it, as a property of its own");
  }

  /**
   * An item is called like that of the list around.
   *
   * @param attribute the attribute that names it
   * @return the problem
   */
  public static LayoutProblem itemNameTaken(LayoutAttribute attribute) {
    return new LayoutProblem(
        attribute.valueLocation(),
        LayoutProblem.written(attribute) + " is what the item around is called",
        "choose another name, so that both can be told apart");
  }

  /**
   * A list has more items than a window should show.
   *
   * @param attribute the attribute that names it
   * @param most how many elements there may be
   * @return the problem
   */
  public static LayoutProblem tooManyItems(LayoutAttribute attribute, int most) {
    return new LayoutProblem(
        attribute.valueLocation(),
        "the items of "
            + LayoutProblem.written(attribute)
            + " would make more than "
            + most
            + " elements",
        "show fewer, or a <Table> or <List>, which only paint what is seen",
        "code may allow more: Layouts.standard().limits(LayoutLimits.STANDARD.elements(n))");
  }

  /**
   * What is to be repeated has no items.
   *
   * @param attribute the attribute that names it
   * @param actual the type of what it is
   * @return the problem
   */
  public static LayoutProblem notAList(LayoutAttribute attribute, String actual) {
    return new LayoutProblem(
        attribute.valueLocation(),
        LayoutProblem.written(attribute)
            + " is of type "
            + actual
            + ", but <Repeat> needs items: a List, any other Iterable, or an array");
  }

  /**
   * A binding names a property of another type than the component shows.
   *
   * @param attribute the attribute that has the binding
   * @param tag the component's tag
   * @param shown the type that it shows
   * @param actual the type of the property
   * @param hints what would show such a property; may be empty
   * @return the problem
   */
  public static LayoutProblem propertyOfOtherType(
      LayoutAttribute attribute, String tag, String shown, String actual, List<String> hints) {
    return new LayoutProblem(
        attribute.valueLocation(),
        LayoutProblem.written(attribute)
            + " is of type "
            + actual
            + ", but "
            + Quoted.tag(tag)
            + (shown.startsWith("I") ? " shows an " : " shows a ")
            + shown,
        hints);
  }
}
