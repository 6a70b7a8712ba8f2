package dev.runspaces.swing.include;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is asked of an element, and copies of it that differ in one thing. */
final class Elements {
  private Elements() {}

  /** Returns its name, or "". */
  static String nameOf(LayoutElement element) {
    return element.attribute(Structure.NAME).map(LayoutAttribute::value).orElse("");
  }

  static void allowOnly(
      LayoutElement element, Collection<String> allowed, List<LayoutProblem> problems) {
    for (LayoutAttribute attribute : element.attributes()) {
      if (!allowed.contains(attribute.name())) {
        problems.add(LayoutProblem.unknownAttribute(element, attribute, allowed));
      }
    }
  }

  static void allowNoChildren(LayoutElement element, List<LayoutProblem> problems) {
    for (LayoutElement child : element.children()) {
      problems.add(LayoutProblem.childNotAllowed(element, child, List.of()));
    }
  }

  /** Copies an element with an attribute more, or with another value for it. */
  static LayoutElement with(LayoutElement element, LayoutAttribute attribute) {
    var attributes = new ArrayList<LayoutAttribute>(element.attributes());
    attributes.removeIf(had -> had.name().equals(attribute.name()));
    attributes.add(attribute);
    return new LayoutElement(
        element.tag(),
        attributes,
        element.children(),
        element.location(),
        element.space(),
        element.folder());
  }

  /** Returns the element itself if there are none in it. */
  static LayoutElement withoutStyles(LayoutElement root) {
    List<LayoutElement> others =
        root.children().stream().filter(child -> !child.tag().equals(Structure.STYLES)).toList();
    return others.size() == root.children().size()
        ? root
        : new LayoutElement(
            root.tag(), root.attributes(), others, root.location(), root.space(), root.folder());
  }
}
