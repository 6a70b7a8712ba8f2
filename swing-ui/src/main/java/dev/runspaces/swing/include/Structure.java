package dev.runspaces.swing.include;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import java.util.List;
import java.util.Set;

/** The elements that stand for no component, and what they are called. */
public final class Structure {
  /** The root of a file that others include. */
  public static final String FRAGMENT = "Fragment";

  /** What a fragment is told by who includes it. */
  public static final String PARAMETER = "Parameter";

  /** A place that who includes a fragment, or the running program, fills. */
  public static final String SLOT = "Slot";

  /** What is shown for each item of a list. */
  public static final String REPEAT = "Repeat";

  /** Brings a fragment. */
  public static final String INCLUDE = "Include";

  /** What goes into a slot. */
  public static final String FILL = "Fill";

  /** Attributes that elements have unless they say otherwise. */
  public static final String STYLES = "Styles";

  /** Chooses styles by name. */
  public static final String LOOK = "look";

  static final String FILE = "file";
  static final String NAME = "name";
  static final String SLOT_OF_FILL = "slot";
  static final String DEFAULT = "default";

  /** Where an element stands in its parent: said by who knows the parent. */
  static final String CELL = "cell";

  /** What an include says of itself: no parameter may be called so. */
  static final List<String> OF_INCLUDE = List.of(FILE, NAME, CELL);

  /** All but the slot, which means nothing as long as nobody fills it. */
  private static final Set<String> TAGS = Set.of(FRAGMENT, PARAMETER, INCLUDE, FILL, STYLES);

  private Structure() {}

  /** Tells whether there is anything to be expanded, which most windows do not have. */
  static boolean isUsedIn(LayoutElement element) {
    return TAGS.contains(element.tag())
        || element.attributes().stream().anyMatch(Structure::isStructure)
        || element.children().stream().anyMatch(Structure::isUsedIn);
  }

  private static boolean isStructure(LayoutAttribute attribute) {
    return attribute.name().equals(LOOK) || attribute.value().contains("${");
  }
}
