package dev.runspaces.swing.layout;

import java.util.Collection;
import java.util.List;

/** What can be wrong with how layouts share what they have in common. */
public final class IncludeProblems {
  private IncludeProblems() {}

  /**
   * The file is there, but not meant to be used so.
   *
   * @param file the attribute that names it
   * @param root the file's root
   * @param expected the tag that its root must be
   * @return the problem
   */
  public static LayoutProblem otherRoot(LayoutAttribute file, String root, String expected) {
    return new LayoutProblem(
        file.valueLocation(),
        LayoutProblem.written(file) + " is a " + Quoted.tag(root) + ", not a <" + expected + ">");
  }

  /**
   * A fragment is to be opened as if it were a window.
   *
   * @param root its root
   * @return the problem
   */
  public static LayoutProblem noWindow(LayoutElement root) {
    return new LayoutProblem(
        root.location(),
        Quoted.tag(root.tag()) + " is not the root of a window",
        "a fragment is included, or loaded with Layouts.fragment(...) and window.load(...)");
  }

  /**
   * A file is to be loaded as a fragment, and is none.
   *
   * @param root its root
   * @return the problem
   */
  public static LayoutProblem noFragment(LayoutElement root) {
    return new LayoutProblem(
        root.location(),
        Quoted.tag(root.tag()) + " is not the root of a fragment",
        "a fragment starts with <Fragment>; a window is opened with Layouts.load(...).open(...)");
  }

  /**
   * A file includes itself, perhaps by way of others.
   *
   * @param file the attribute that closes the circle
   * @param way the files from the first to the last
   * @return the problem
   */
  public static LayoutProblem circle(LayoutAttribute file, Collection<String> way) {
    return new LayoutProblem(
        file.valueLocation(),
        LayoutProblem.written(file) + " includes itself",
        String.join(" > ", way.stream().map(Quoted::name).toList()));
  }

  /**
   * More is included than any window needs.
   *
   * @param include the first one too many
   * @param most how many there may be
   * @return the problem
   */
  public static LayoutProblem tooMany(LayoutElement include, int most) {
    return new LayoutProblem(
        include.location(), "the layout includes more than " + most + " fragments");
  }

  /**
   * Files include each other further than any window needs.
   *
   * @param file the attribute that names one too many
   * @param most how many there may be
   * @return the problem
   */
  public static LayoutProblem tooManyDeep(LayoutAttribute file, int most) {
    return new LayoutProblem(
        file.valueLocation(), "fragments include each other more than " + most + " files deep");
  }

  /**
   * All that is included makes the layout too large.
   *
   * @param location where the limit is passed
   * @param most how many elements there may be
   * @return the problem
   */
  public static LayoutProblem tooLarge(SourceLocation location, int most) {
    return new LayoutProblem(
        location, "with what it includes the layout has more than " + most + " elements");
  }

  /**
   * A layout has too many elements of a kind that costs much.
   *
   * @param root the layout's root
   * @param most for how many all of them may count
   * @return the problem
   */
  public static LayoutProblem tooHeavy(LayoutElement root, int most) {
    return new LayoutProblem(
        root.location(),
        "the elements count for more than " + most,
        "each <ColorChooser> and <FileChooser> counts for 100");
  }

  /**
   * All that is included makes the layout too deep.
   *
   * @param location where the limit is passed
   * @param most how many levels there may be
   * @return the problem
   */
  public static LayoutProblem tooDeep(SourceLocation location, int most) {
    return new LayoutProblem(
        location,
        "with what it includes the layout has elements nested more than " + most + " deep");
  }

  /**
   * All that parameters bring makes a text too long.
   *
   * @param attribute the attribute
   * @param most how many characters there may be
   * @return the problem
   */
  public static LayoutProblem tooLong(LayoutAttribute attribute, int most) {
    return new LayoutProblem(
        attribute.valueLocation(),
        "with its parameters the value of "
            + Quoted.text(attribute.name())
            + " is longer than "
            + most
            + " characters");
  }

  /**
   * An element stands where it has no meaning.
   *
   * @param element the element
   * @param where where it may stand: {@code in <Include>}
   * @return the problem
   */
  public static LayoutProblem misplaced(LayoutElement element, String where) {
    String tag = Quoted.tag(element.tag());
    return new LayoutProblem(
        element.location(), tag + " is not allowed here", tag + " stands " + where);
  }

  /**
   * A fragment has no such parameter.
   *
   * @param given the attribute that gives it
   * @param file the fragment
   * @param known its parameters
   * @return the problem
   */
  public static LayoutProblem unknownParameter(
      LayoutAttribute given, String file, Collection<String> known) {
    return new LayoutProblem(
        given.location(),
        Quoted.name(file) + " has no parameter " + Quoted.text(given.name()),
        nearOr("parameters", given.name(), known));
  }

  /**
   * A fragment is not told what it needs.
   *
   * @param include where it is included; its own root if it is loaded by code
   * @param file the fragment
   * @param name the parameter
   * @return the problem
   */
  public static LayoutProblem missingParameter(LayoutElement include, String file, String name) {
    return new LayoutProblem(
        include.location(),
        Quoted.name(file) + " needs the parameter " + Quoted.text(name),
        include.tag().equals("Fragment")
            ? "give it to window.load(slot, fragment, Map.of(" + Quoted.text(name) + ", ...))"
            : "write <" + Quoted.name(include.tag()) + " " + Quoted.name(name) + "=\"...\">");
  }

  /**
   * A parameter is used that the fragment does not have.
   *
   * @param attribute the attribute that uses it
   * @param offset where in its value
   * @param name the parameter
   * @param known the fragment's parameters
   * @return the problem
   */
  public static LayoutProblem undeclared(
      LayoutAttribute attribute, int offset, String name, Collection<String> known) {
    return new LayoutProblem(
        attribute.locationAt(offset),
        "there is no parameter for " + Quoted.text("${" + name + "}"),
        nearOr("parameters", name, known),
        "the text itself is written $${...}");
  }

  /**
   * An entry of {@code <Styles>} has a name.
   *
   * @param name the attribute
   * @return the problem
   */
  public static LayoutProblem styleWithName(LayoutAttribute name) {
    return new LayoutProblem(
        name.location(),
        LayoutProblem.written(name) + ": a style is no component, and has no name",
        "one for elements that ask for it has a look, as in <Button look=\"primary\"/>");
  }

  /**
   * A parameter has a name that no attribute can have beside those of an include.
   *
   * @param name the attribute that has the name
   * @return the problem
   */
  public static LayoutProblem badParameterName(LayoutAttribute name) {
    return new LayoutProblem(
        name.valueLocation(),
        LayoutProblem.written(name) + " is not the name of a parameter",
        "it has letters and digits, and is not what an <Include> says of itself");
  }

  /**
   * Something goes into a slot that the fragment does not have.
   *
   * @param fill the element that goes there
   * @param file the fragment
   * @param slot the slot; "" for the one without a name
   * @param known the names of its slots
   * @return the problem
   */
  public static LayoutProblem unknownSlot(
      LayoutElement fill, String file, String slot, Collection<String> known) {
    return new LayoutProblem(
        fill.location(),
        slot.isEmpty()
            ? Quoted.name(file) + " has no slot without a name"
            : Quoted.name(file) + " has no slot " + Quoted.text(slot),
        nearOr("slots", slot, known.stream().filter(name -> !name.isEmpty()).toList()));
  }

  /**
   * A name that must be the only one is there twice.
   *
   * @param what what is named: "slot"
   * @param name the name
   * @param second the second element
   * @param first where the first one is
   * @return the problem
   */
  public static LayoutProblem twice(
      String what, String name, LayoutElement second, SourceLocation first) {
    return new LayoutProblem(
        second.location(),
        "there are two " + what + "s " + Quoted.text(name),
        "the first one is at " + first);
  }

  /**
   * One place was said for several elements.
   *
   * @param place the attribute that says it
   * @param file the fragment, or what else brings the elements
   * @param count how many they are
   * @return the problem
   */
  public static LayoutProblem onePlaceForMany(LayoutAttribute place, String file, int count) {
    return new LayoutProblem(
        place.location(),
        LayoutProblem.written(place) + " is one place for " + count + " elements",
        "put what is in " + Quoted.name(file) + " into one <Panel>");
  }

  private static String nearOr(String what, String name, Collection<String> known) {
    List<String> near = NearestNames.of(name, known);
    return near.isEmpty()
        ? LayoutProblem.choices(what, known.stream().map(Quoted::name).toList())
        : LayoutProblem.didYouMean(LayoutProblem.quoted(near));
  }
}
