package dev.runspaces.swing.component;

import java.util.List;

/**
 * What can be known of a tag: for editors, documents and other tools. Immutable.
 *
 * @param name the name of its element
 * @param doc what it is, in a line; "" if nobody has said
 * @param attributes its attributes but for the events, in alphabetical order
 * @param events its {@code on...} attributes, in alphabetical order
 * @param children the names of the tags that may stand in it, in alphabetical order
 * @param parents the names of the tags that it may stand in, in alphabetical order; empty for one
 *     that is the root
 */
public record TagDescription(
    String name,
    String doc,
    List<Attribute> attributes,
    List<Event> events,
    List<String> children,
    List<String> parents) {

  /**
   * Copies the lists.
   *
   * @param name the name of its element
   * @param doc what it is
   * @param attributes its attributes
   * @param events its {@code on...} attributes
   * @param children the tags that may stand in it
   * @param parents the tags that it may stand in
   */
  public TagDescription {
    attributes = List.copyOf(attributes);
    events = List.copyOf(events);
    children = List.copyOf(children);
    parents = List.copyOf(parents);
  }

  /**
   * An attribute that is no event.
   *
   * @param name its name
   * @param doc what it is, in a line; "" if nobody has said
   * @param value what a right value is, as messages say it: "a color like #1e90ff"
   */
  public record Attribute(String name, String doc, String value) {}

  /**
   * An {@code on...} attribute.
   *
   * @param name its name
   * @param doc when it is raised, in a line; "" if nobody has said
   * @param snapshot the simple name of the type of its snapshot
   * @param carries the names of what the snapshot has, in its order
   */
  public record Event(String name, String doc, String snapshot, List<String> carries) {

    /**
     * Copies the list.
     *
     * @param name its name
     * @param doc when it is raised
     * @param snapshot the type of its snapshot
     * @param carries what the snapshot has
     */
    public Event {
      carries = List.copyOf(carries);
    }
  }
}
