package dev.runspaces.swing.layout;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What can be wrong with an attribute that names something else: an action, or a method. */
public final class ReferenceProblems {
  private ReferenceProblems() {}

  /**
   * A reference like {@code action="#save"} leads nowhere.
   *
   * @param attribute the attribute that has the reference
   * @param kind what it should lead to: "action"
   * @param known the names of those that exist
   * @return the problem
   */
  public static LayoutProblem unknownReference(
      LayoutAttribute attribute, String kind, Collection<String> known) {
    List<String> near = NearestNames.of(attribute.value().substring(1), known);
    return new LayoutProblem(
        attribute.valueLocation(),
        "there is no " + kind + " for " + LayoutProblem.written(attribute),
        near.isEmpty()
            ? LayoutProblem.choices(
                "names of " + kind + "s", known.stream().map(Quoted::name).toList())
            : LayoutProblem.didYouMean(
                LayoutProblem.quoted(near.stream().map(name -> '#' + name).toList())));
  }

  /**
   * An attribute names a text, but the program has given none.
   *
   * @param attribute the attribute
   * @return the problem
   */
  public static LayoutProblem textsMissing(LayoutAttribute attribute) {
    return new LayoutProblem(
        attribute.valueLocation(),
        LayoutProblem.written(attribute) + " needs texts",
        "load the layout with Layouts.standard().texts(locale -> ResourceBundle.getBundle(\"...\","
            + " locale)).from(...)",
        "the text itself is written with two percent signs: %%");
  }

  /**
   * There is no text for a key.
   *
   * @param attribute the attribute that names it
   * @param key the key
   * @param locale the language
   * @param known the keys that exist
   * @return the problem
   */
  public static LayoutProblem unknownKey(
      LayoutAttribute attribute, String key, Locale locale, Collection<String> known) {
    List<String> near = NearestNames.of(key, known);
    return new LayoutProblem(
        attribute.valueLocation(),
        "there is no text for " + LayoutProblem.written(attribute) + inLanguage(locale),
        near.isEmpty()
            ? "the bundle has " + known.size() + (known.size() == 1 ? " text" : " texts")
            : LayoutProblem.didYouMean(
                LayoutProblem.quoted(near.stream().map(name -> '%' + name).toList())));
  }

  /**
   * The text of a key cannot be shown.
   *
   * @param attribute the attribute that names it
   * @param locale the language
   * @param expected what it must be
   * @return the problem
   */
  public static LayoutProblem badText(LayoutAttribute attribute, Locale locale, String expected) {
    return new LayoutProblem(
        attribute.valueLocation(),
        "the text for "
            + LayoutProblem.written(attribute)
            + inLanguage(locale)
            + " is not "
            + expected);
  }

  private static String inLanguage(Locale locale) {
    String tag = locale.toLanguageTag();
    return tag.equals("und") ? "" : " in " + Quoted.name(tag);
  }

  /**
   * An attribute names a method, but there is no object that could have it.
   *
   * @param attribute the attribute
   * @return the problem
   */
  public static LayoutProblem controllerMissing(LayoutAttribute attribute) {
    return new LayoutProblem(
        attribute.valueLocation(),
        LayoutProblem.written(attribute) + " needs a controller",
        "open the layout with layout.controller(object).open(...)");
  }

  /**
   * The controller has no such method for layouts.
   *
   * @param attribute the attribute that names it
   * @param controller the controller's class
   * @param known the methods that it has for layouts
   * @return the problem
   */
  public static LayoutProblem unknownHandler(
      LayoutAttribute attribute, String controller, Collection<String> known) {
    String method = attribute.value().strip().substring(1);
    List<String> near = NearestNames.of(method, known);
    return new LayoutProblem(
        attribute.valueLocation(),
        controller + " has no @Handler method for " + LayoutProblem.written(attribute),
        near.isEmpty()
            ? LayoutProblem.choices("@Handler methods", known)
            : LayoutProblem.didYouMean(
                LayoutProblem.quoted(near.stream().map(name -> '#' + name).toList())));
  }

  /**
   * The controller has such a method, but it is not meant for layouts.
   *
   * @param attribute the attribute that names it
   * @param controller the controller's class
   * @param method its name
   * @return the problem
   */
  public static LayoutProblem handlerNotMarked(
      LayoutAttribute attribute, String controller, String method) {
    return new LayoutProblem(
        attribute.valueLocation(),
        controller
            + " has a method "
            + method
            + ", but "
            + LayoutProblem.written(attribute)
            + " may not call it",
        "write @Handler before the method");
  }

  /**
   * The controller's method takes something else than this attribute has to give.
   *
   * @param attribute the attribute that names it
   * @param controller the controller's class
   * @param method its name
   * @param snapshot the type that it may take
   * @return the problem
   */
  public static LayoutProblem handlerTakesOther(
      LayoutAttribute attribute, String controller, String method, String snapshot) {
    return new LayoutProblem(
        attribute.valueLocation(),
        "the method "
            + method
            + " of "
            + controller
            + " cannot take "
            + LayoutProblem.written(attribute),
        "it may have no parameter, or one of type " + snapshot);
  }

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
        "open the layout with layout.model(" + Quoted.text(model) + ", object).open(...)",
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
   * @return the problem
   */
  public static LayoutProblem propertyOfOtherType(
      LayoutAttribute attribute, String tag, String shown, String actual) {
    return new LayoutProblem(
        attribute.valueLocation(),
        LayoutProblem.written(attribute)
            + " is of type "
            + actual
            + ", but "
            + Quoted.tag(tag)
            + (shown.startsWith("I") ? " shows an " : " shows a ")
            + shown);
  }
}
