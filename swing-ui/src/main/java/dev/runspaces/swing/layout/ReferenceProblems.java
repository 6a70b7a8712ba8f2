package dev.runspaces.swing.layout;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle.Control;

/** What can be wrong with an attribute that names something else: an action, or a method. */
public final class ReferenceProblems {
  private ReferenceProblems() {}

  /**
   * A fragment has a name that the window, into whose slot it is loaded, has already.
   *
   * @param place where the fragment has it
   * @param name the name, with that of the slot before it
   * @param first where the window has it
   * @return the problem
   */
  public static LayoutProblem nameTaken(SourceLocation place, String name, SourceLocation first) {
    return new LayoutProblem(
        place, "the name " + Quoted.text(name) + " is taken", "it is first used at " + first);
  }

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

  /**
   * There is no bundle of texts.
   *
   * @param layout where the layout begins that names them
   * @param locale the language
   * @param missing what the search for it has thrown
   * @return the problem
   */
  public static LayoutProblem bundleMissing(
      SourceLocation layout, Locale locale, MissingResourceException missing) {
    String sought = Objects.requireNonNullElse(missing.getClassName(), "");
    if (sought.isEmpty() || !Objects.requireNonNullElse(missing.getKey(), "").isEmpty()) {
      return new LayoutProblem(
          layout, "there are no texts" + inLanguage(locale) + ": " + missing.getMessage());
    }
    // So Java names it: the one asked for, and then the language that it was asked in.
    String language = "_" + locale;
    String bundle =
        sought.endsWith(language)
            ? sought.substring(0, sought.length() - language.length())
            : sought;
    return new LayoutProblem(
        layout,
        "there is no resource bundle " + Quoted.text(bundle) + inLanguage(locale),
        "looked for " + String.join(", ", filesOf(bundle, locale)),
        "below the root of the class path, or of the module that asks, and not beside the layout");
  }

  private static List<String> filesOf(String bundle, Locale locale) {
    Control names = Control.getControl(Control.FORMAT_PROPERTIES);
    return names.getCandidateLocales(bundle, locale).stream()
        .map(each -> names.toResourceName(names.toBundleName(bundle, each), "properties"))
        .toList();
  }

  private static String inLanguage(Locale locale) {
    String tag = locale.toLanguageTag();
    return tag.equals("und") ? "" : " in " + Quoted.name(tag);
  }

  /**
   * A field of a controller cannot be set.
   *
   * @param layout where the layout begins
   * @param field the field, with its class
   * @return the problem
   */
  public static LayoutProblem fieldCannotBeSet(SourceLocation layout, String field) {
    return new LayoutProblem(
        layout, "field " + field + " is marked with @FromLayout, but is final or static");
  }

  /**
   * A field of a controller wants what the layout does not have.
   *
   * @param layout where the layout begins
   * @param field the field, with its class
   * @param kind what it wants: "a component"
   * @param name its name
   * @param known the names of those that exist
   * @return the problem
   */
  public static LayoutProblem fieldOfNothing(
      SourceLocation layout, String field, String kind, String name, Collection<String> known) {
    return new LayoutProblem(
        layout,
        "field "
            + field
            + " wants "
            + kind
            + " named "
            + Quoted.text(name)
            + ", which the layout does not have",
        NearestNames.hint(name, known, "nothing in it has a name"));
  }

  /**
   * A field of a controller wants something of another type than the layout has.
   *
   * @param place where the layout has it
   * @param field the field, with its class
   * @param type the field's type
   * @param name the name
   * @param actual the type of what has that name
   * @return the problem
   */
  public static LayoutProblem fieldOfOtherType(
      SourceLocation place, String field, String type, String name, String actual) {
    return new LayoutProblem(
        place,
        "field " + field + " is a " + type + ", but " + Quoted.text(name) + " is a " + actual);
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
        "give it one: layout.controller(object).open(...), or fragment.controller(object)");
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
}
