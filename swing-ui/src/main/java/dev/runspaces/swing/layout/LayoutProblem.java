package dev.runspaces.swing.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One thing that is wrong with a layout file: where, what, and how to put it right. Immutable.
 *
 * <pre>
 * press-me.xml:4:9: unknown element &lt;Buton&gt;
 *   did you mean &lt;Button&gt;?
 * </pre>
 *
 * <p>Each problem that the meaning of an element or attribute can have comes from a factory of its
 * own here, so that a problem is worded once, whoever finds it.
 *
 * @param location where it is
 * @param message what is wrong, on one line
 * @param hints what would help, each on one line; may be empty
 */
public record LayoutProblem(SourceLocation location, String message, List<String> hints) {
  // How a file can be written wrongly is worded in DocumentProblems and TagProblems; what can be
  // wrong with a place, a reference, a model, a file or a fragment, in those named after it.

  /**
   * Copies the list.
   *
   * @param location where it is
   * @param message what is wrong
   * @param hints what would help
   */
  public LayoutProblem {
    hints = List.copyOf(hints);
  }

  LayoutProblem(SourceLocation location, String message, String... hints) {
    this(location, message, List.of(hints));
  }

  /**
   * The root is an element that cannot stand alone.
   *
   * @param root the root
   * @param allowed the tags that can be the root
   * @return the problem
   */
  public static LayoutProblem rootMustBe(LayoutElement root, Collection<String> allowed) {
    return new LayoutProblem(
        root.location(),
        Quoted.tag(root.tag()) + " cannot be the root of a layout",
        "the root must be " + oneOf(tags(allowed)));
  }

  /**
   * There is no such element.
   *
   * @param element the element
   * @param known the tags that exist
   * @return the problem
   */
  public static LayoutProblem unknownElement(LayoutElement element, Collection<String> known) {
    List<String> near = NearestNames.of(element.tag(), known);
    return new LayoutProblem(
        element.location(),
        "unknown element " + Quoted.tag(element.tag()),
        near.isEmpty() ? choices("known elements", known) : didYouMean(tags(near)));
  }

  /**
   * The element exists, but not inside this parent.
   *
   * @param parent the parent
   * @param child the element
   * @param allowed the tags that the parent takes; none if it takes no children at all
   * @return the problem
   */
  public static LayoutProblem childNotAllowed(
      LayoutElement parent, LayoutElement child, Collection<String> allowed) {
    String tag = Quoted.tag(parent.tag());
    return new LayoutProblem(
        child.location(),
        Quoted.tag(child.tag()) + " is not allowed in " + tag,
        allowed.isEmpty()
            ? tag + " takes no elements"
            : tag + " takes " + oneOf(tags(sorted(allowed))));
  }

  /**
   * An element has more children than it has places for. Reported at the first one too many.
   *
   * @param parent the element
   * @param allowed how many it takes; less than it has
   * @return the problem
   */
  public static LayoutProblem tooManyChildren(LayoutElement parent, int allowed) {
    return new LayoutProblem(
        parent.children().get(allowed).location(),
        Quoted.tag(parent.tag())
            + " takes "
            + (allowed == 1 ? "1 element" : allowed + " elements")
            + ", not "
            + parent.children().size());
  }

  /**
   * An element has more children of one kind than it has places for, beside those of other kinds.
   *
   * @param parent the element
   * @param surplus the first child too many
   * @param allowed how many of its kind the parent takes
   * @return the problem
   */
  public static LayoutProblem tooManyOfAKind(
      LayoutElement parent, LayoutElement surplus, int allowed) {
    return new LayoutProblem(
        surplus.location(),
        Quoted.tag(parent.tag()) + " takes only " + allowed + " " + Quoted.tag(surplus.tag()));
  }

  /**
   * An attribute that the element cannot do without is not there.
   *
   * @param element the element
   * @param name the attribute's name
   * @return the problem
   */
  public static LayoutProblem missingAttribute(LayoutElement element, String name) {
    String tag = Quoted.name(element.tag());
    return new LayoutProblem(
        element.location(),
        "<" + tag + "> needs the attribute " + Quoted.text(name),
        "write <" + tag + " " + Quoted.name(name) + "=\"...\">");
  }

  /**
   * The element has no such attribute.
   *
   * @param element the element
   * @param attribute the attribute
   * @param known the names of the attributes it has
   * @return the problem
   */
  public static LayoutProblem unknownAttribute(
      LayoutElement element, LayoutAttribute attribute, Collection<String> known) {
    List<String> near = NearestNames.of(attribute.name(), known);
    String tag = Quoted.tag(element.tag());
    return new LayoutProblem(
        attribute.location(),
        tag + " has no attribute " + Quoted.text(attribute.name()),
        near.isEmpty() ? choices("attributes of " + tag, known) : didYouMean(quoted(near)));
  }

  /**
   * A value is not of the kind that its attribute takes.
   *
   * @param attribute the attribute
   * @param expected what it takes, to be read after "is not": {@code true or false}
   * @return the problem
   */
  public static LayoutProblem badValue(LayoutAttribute attribute, String expected) {
    return new LayoutProblem(attribute.valueLocation(), written(attribute) + " is not " + expected);
  }

  /**
   * A value is not one of the words that its attribute takes.
   *
   * @param attribute the attribute
   * @param allowed the words
   * @return the problem
   */
  public static LayoutProblem badValue(LayoutAttribute attribute, Collection<String> allowed) {
    List<String> near = NearestNames.of(attribute.value(), allowed);
    return new LayoutProblem(
        attribute.valueLocation(),
        written(attribute) + " is not a known value",
        near.isEmpty() ? choices("known values", allowed) : didYouMean(quoted(near)));
  }

  /**
   * A component does not take a value that is right as far as its tag knows. Found when a window is
   * built.
   *
   * @param attribute the attribute
   * @param tag the component's tag
   * @param refusal what its setter has thrown
   * @return the problem
   */
  public static LayoutProblem refused(LayoutAttribute attribute, String tag, Throwable refusal) {
    return new LayoutProblem(
        attribute.valueLocation(),
        Quoted.tag(tag)
            + " refuses "
            + written(attribute)
            + ": "
            + Quoted.escaped(refusal.toString()));
  }

  /**
   * A component could not be made, because its constructor has thrown something.
   *
   * @param element the component
   * @param failure what it has thrown
   * @return the problem
   */
  public static LayoutProblem notMade(LayoutElement element, Throwable failure) {
    return new LayoutProblem(
        element.location(),
        Quoted.tag(element.tag()) + " cannot be made: " + Quoted.escaped(failure.toString()));
  }

  /**
   * A button has a picture, and nothing that a screen reader could say.
   *
   * @param button the button
   * @return the problem
   */
  public static LayoutProblem namelessButton(LayoutElement button) {
    return new LayoutProblem(
        button.location(),
        Quoted.tag(button.tag()) + " has only an icon, which screen readers cannot read",
        "say what it does with accessibleName=\"...\"");
  }

  /**
   * An action gives its buttons a picture, and nothing that a screen reader could say.
   *
   * @param action the action
   * @param button the first of its buttons that says nothing itself
   * @return the problem
   */
  public static LayoutProblem namelessAction(LayoutElement action, LayoutElement button) {
    return new LayoutProblem(
        action.location(),
        Quoted.tag(action.tag())
            + " has only an icon for "
            + Quoted.tag(button.tag())
            + " at "
            + button.location()
            + ", which screen readers cannot read",
        "say what it does with text=\"...\", or with accessibleName=\"...\" of what performs it");
  }

  /**
   * Two things have the same key.
   *
   * @param accelerator the second one's {@code accelerator} attribute
   * @param first where the first one says its key
   * @return the problem
   */
  public static LayoutProblem keyTaken(LayoutAttribute accelerator, SourceLocation first) {
    return new LayoutProblem(
        accelerator.valueLocation(),
        "the key " + Quoted.text(accelerator.value()) + " is taken",
        "it is first used at " + first);
  }

  /**
   * Two buttons of a group are to be selected at first.
   *
   * @param selected the second one's {@code selected} attribute
   * @param group the name of the group
   * @param first where the first one says it
   * @return the problem
   */
  public static LayoutProblem groupHasChoice(
      LayoutAttribute selected, String group, SourceLocation first) {
    return new LayoutProblem(
        selected.valueLocation(),
        "another button of the group " + Quoted.text(group) + " is selected, and only one can be",
        first.equals(selected.valueLocation())
            ? "this is said of both: by a style, or by a file that is included twice"
            : "it is that of " + first);
  }

  /**
   * Two elements have the same name.
   *
   * @param name the second element's {@code name} attribute
   * @param first where the first one says its name
   * @return the problem
   */
  public static LayoutProblem duplicateName(LayoutAttribute name, SourceLocation first) {
    return new LayoutProblem(
        name.valueLocation(),
        "the name " + Quoted.text(name.value()) + " is taken",
        first.equals(name.location())
            ? "its file is included twice: give each <Include> a name of its own"
            : "it is first used at " + first);
  }

  /** The message after its place, and each hint on a line of its own below it. */
  @Override
  public String toString() {
    return with(List.of());
  }

  /** The same, with a part of the file, a caret and the elements around it before the hints. */
  String inContext() {
    return with(location.context());
  }

  private String with(List<String> context) {
    StringBuilder text = new StringBuilder().append(location).append(": ").append(message);
    for (String line : context) {
      text.append("\n  ").append(line);
    }
    for (String hint : hints) {
      text.append("\n  ").append(hint);
    }
    return text.toString();
  }

  static String written(LayoutAttribute attribute) {
    return Quoted.name(attribute.name()) + "=" + Quoted.text(attribute.value());
  }

  static String choices(String what, Collection<String> names) {
    return what + ": " + (names.isEmpty() ? "none" : String.join(", ", sorted(names)));
  }

  static String didYouMean(List<String> guesses) {
    return "did you mean " + oneOf(guesses) + "?";
  }

  /** {@code a, b or c}. */
  private static String oneOf(List<String> choices) {
    int last = choices.size() - 1;
    return last < 1
        ? String.join("", choices)
        : String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
  }

  private static List<String> sorted(Collection<String> names) {
    List<String> sorted = new ArrayList<>(names);
    sorted.sort(null);
    return sorted;
  }

  private static List<String> tags(Collection<String> names) {
    return names.stream().map(Quoted::tag).toList();
  }

  static List<String> quoted(Collection<String> names) {
    return names.stream().map(Quoted::text).toList();
  }
}
