package dev.runspaces.swing.layout;

import java.util.List;
import java.util.Optional;

/**
 * An element of a {@link LayoutDocument}: a tag, its attributes, and the elements between its start
 * and its end. Immutable.
 *
 * @param tag the tag's name, such as {@code Button}
 * @param attributes the attributes in the order of the file, each name once
 * @param children the elements inside this one, in the order of the file
 * @param location where the element's {@code <} stands
 * @param space what the names in it begin with: {@code address.} in what an include of that name
 *     has brought, "" in what the file itself says
 * @param folder where its file is, seen from that of the layout: {@code parts/} or ""
 */
public record LayoutElement(
    String tag,
    List<LayoutAttribute> attributes,
    List<LayoutElement> children,
    SourceLocation location,
    String space,
    String folder) {

  /**
   * Copies the lists.
   *
   * @param tag the tag's name
   * @param attributes the attributes
   * @param children the elements inside this one
   * @param location where the element starts
   * @param space what the names in it begin with
   * @param folder where its file is
   */
  public LayoutElement {
    attributes = List.copyOf(attributes);
    children = List.copyOf(children);
  }

  /**
   * Creates an element as a file has it.
   *
   * @param tag the tag's name
   * @param attributes the attributes
   * @param children the elements inside this one
   * @param location where the element starts
   */
  public LayoutElement(
      String tag,
      List<LayoutAttribute> attributes,
      List<LayoutElement> children,
      SourceLocation location) {
    this(tag, attributes, children, location, "", "");
  }

  /**
   * Returns the same where the names in it, and in all that is in it, begin in another way.
   *
   * @param other what they begin with, instead of {@link #space}
   * @return another element
   */
  public LayoutElement movedTo(String other) {
    return moved(space, other);
  }

  private LayoutElement moved(String before, String other) {
    return new LayoutElement(
        tag,
        attributes,
        children.stream().map(child -> child.moved(before, other)).toList(),
        location,
        other + (space.startsWith(before) ? space.substring(before.length()) : space),
        folder);
  }

  /**
   * Returns the attribute of that name.
   *
   * @param name the name, in its exact case
   * @return the attribute, or empty if the element does not have it
   */
  public Optional<LayoutAttribute> attribute(String name) {
    for (LayoutAttribute attribute : attributes) {
      if (attribute.name().equals(name)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }
}
