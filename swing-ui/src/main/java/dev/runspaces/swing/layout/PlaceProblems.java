package dev.runspaces.swing.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What can be wrong with where an element is to be placed, and with how a container places. */
public final class PlaceProblems {
  /** Of a circle this many are enough to find it. */
  private static final int MOST_LINKS = 8;

  private PlaceProblems() {}

  /**
   * An element is to have a size as an attribute, which it has not.
   *
   * @param element the element
   * @param attribute the attribute
   * @param laidOut whether the element has a grid
   * @param placed whether it says where its parent puts it
   * @return the problem
   */
  public static LayoutProblem sizeSaidElsewhere(
      LayoutElement element, LayoutAttribute attribute, boolean laidOut, boolean placed) {
    var hints = new ArrayList<String>();
    if (laidOut) {
      hints.add(
          "a size comes from what is inside, or from the grid:"
              + " columns=\"[400lp, grow]\" rows=\"[300lp, grow]\"");
    }
    if (placed) {
      hints.add("in a grid, its place says it: cell=\"width 400lp, height 300lp\"");
    }
    return new LayoutProblem(
        attribute.location(),
        Quoted.tag(element.tag()) + " has no attribute " + Quoted.text(attribute.name()),
        hints);
  }

  /**
   * A table stands where nothing shows its header.
   *
   * @param table the table
   * @return the problem
   */
  public static LayoutProblem tableWithoutHeader(LayoutElement table) {
    return new LayoutProblem(
        table.location(),
        Quoted.tag(table.tag()) + " does not show the titles of its columns here",
        "put it into a <ScrollPane>, which shows them above it");
  }

  /**
   * A layout constraint cannot be understood.
   *
   * @param attribute the attribute that has the constraint
   * @param part the part of its value that is not understood, ignoring case
   * @param words the words with which such a part may begin
   * @return the problem
   */
  public static LayoutProblem badConstraint(
      LayoutAttribute attribute, String part, Collection<String> words) {
    int offset = attribute.value().toLowerCase(Locale.ROOT).indexOf(part.toLowerCase(Locale.ROOT));
    int space = part.indexOf(' ');
    String first = space < 0 ? part : part.substring(0, space);
    List<String> near =
        NearestNames.of(first, words).stream()
            // A letter is near every other; and what is right in itself is not so here.
            .filter(word -> first.length() > 1 && !word.equalsIgnoreCase(first))
            .toList();
    String message =
        "MigLayout does not understand "
            + Quoted.text(part)
            + " in "
            + LayoutProblem.written(attribute);
    return near.isEmpty()
        ? new LayoutProblem(attribute.locationAt(offset), message)
        : new LayoutProblem(
            attribute.locationAt(offset),
            message,
            LayoutProblem.didYouMean(LayoutProblem.quoted(near)));
  }

  /**
   * A layout constraint has a number that is beyond all sense.
   *
   * @param attribute the attribute that has the constraint
   * @param offset where the number is in its value
   * @param number its digits
   * @param greatest the greatest one allowed
   * @return the problem
   */
  public static LayoutProblem greatNumber(
      LayoutAttribute attribute, int offset, String number, int greatest) {
    return new LayoutProblem(
        attribute.locationAt(offset),
        "the number "
            + Quoted.name(number)
            + " in "
            + LayoutProblem.written(attribute)
            + " is too great",
        "the greatest in a constraint is " + greatest);
  }

  /**
   * A place is in a column or row that is beyond all windows. MigLayout goes through those before
   * it, too.
   *
   * @param cell the attribute that has the constraint
   * @param most how many columns, and rows, there may be
   * @return the problem
   */
  public static LayoutProblem outsideOfGrid(LayoutAttribute cell, int most) {
    return new LayoutProblem(
        cell.valueLocation(),
        LayoutProblem.written(cell) + " is not a place in a grid of " + most + " columns and rows",
        "columns and rows are counted from 0",
        "code may allow more: Layouts.standard().limits(LayoutLimits.STANDARD.grid(n))");
  }

  /**
   * The constraints of some elements are right one by one, but not together.
   *
   * @param container the element in which they are
   * @return the problem
   */
  public static LayoutProblem unplaceable(LayoutElement container) {
    return new LayoutProblem(
        container.location(),
        "MigLayout cannot place the elements in " + Quoted.tag(container.tag()),
        "they are too many for its cells: look at their wrap, skip, span and cell");
  }

  /**
   * Elements are to end at the same place where others are off the grid, for which MigLayout may
   * fail.
   *
   * @param container the element they are in
   * @return the problem
   */
  public static LayoutProblem unsafeEndGroup(LayoutElement container) {
    return new LayoutProblem(
        container.location(),
        "MigLayout cannot have an endgroup in "
            + Quoted.tag(container.tag())
            + " beside an element with pad, pos or external",
        "put those elements into a Panel of their own, or use sizegroup instead of endgroup");
  }

  /**
   * What a constraint says of a place leads to an element that is not there.
   *
   * @param cell the attribute that has the constraint
   * @param link the link, as MigLayout has read it: {@code label.x2}
   * @param known the ids and names that there are
   * @return the problem
   */
  public static LayoutProblem unknownPlace(
      LayoutAttribute cell, String link, Collection<String> known) {
    int offset = cell.value().toLowerCase(Locale.ROOT).indexOf(link);
    String id = link.substring(0, link.lastIndexOf('.'));
    List<String> near = NearestNames.of(id, known);
    return new LayoutProblem(
        cell.locationAt(Math.max(0, offset)),
        "no element beside it is " + Quoted.text(id) + ", for " + LayoutProblem.written(cell),
        near.isEmpty()
            ? LayoutProblem.choices("ids and names", known)
            : LayoutProblem.didYouMean(LayoutProblem.quoted(near)));
  }

  /**
   * What a constraint says of a place leads back to it.
   *
   * @param cell the attribute that has the constraint
   * @param way the links, from that of this constraint to the one that leads back
   * @return the problem
   */
  public static LayoutProblem circularPlace(LayoutAttribute cell, List<String> way) {
    int offset = cell.value().toLowerCase(Locale.ROOT).indexOf(way.get(0));
    return new LayoutProblem(
        cell.locationAt(Math.max(0, offset)),
        LayoutProblem.written(cell) + " makes its place depend on itself",
        "the links go in a circle: "
            + String.join(" > ", way.stream().limit(MOST_LINKS).map(Quoted::name).toList())
            + (way.size() > MOST_LINKS ? " ..." : ""),
        "give one of them a place that is no link");
  }

  /**
   * An attribute belongs to another layout manager.
   *
   * @param given the attribute
   * @param manager the manager that the element has
   * @param allowed the attributes for that one
   * @return the problem
   */
  public static LayoutProblem notOfManager(
      LayoutAttribute given, String manager, Collection<String> allowed) {
    return new LayoutProblem(
        given.location(),
        LayoutProblem.written(given) + " means nothing to manager=\"" + manager + "\"",
        LayoutProblem.choices("it takes", allowed));
  }

  /**
   * A place was given where the parent decides it.
   *
   * @param given the attribute
   * @return the problem
   */
  public static LayoutProblem needlessPlace(LayoutAttribute given) {
    return new LayoutProblem(
        given.location(),
        LayoutProblem.written(given) + " means nothing here",
        "its parent puts its elements one after the other");
  }

  /**
   * Two elements have the same place.
   *
   * @param child the second one
   * @param place the place
   * @param first where the first one is
   * @return the problem
   */
  public static LayoutProblem placeTaken(LayoutElement child, String place, SourceLocation first) {
    return new LayoutProblem(
        child.location(),
        "the place " + Quoted.text(place) + " is taken",
        "it is taken at " + first);
  }
}
