package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code group="size"} reads as. The same name in another file is another group.
 *
 * @param name the name, with the space that it stands in
 */
record GroupName(String name) implements Spaced<GroupName> {
  /** The attribute by which one of a group says what its choice means. */
  static final String OPTION = "option";

  /** The attribute by which one says of which group it is. */
  static final String GROUP = "group";

  static final ValueType<String> OPTION_TYPE =
      ValueType.of(
          "what the value is when this is chosen",
          text -> text.isBlank() ? Optional.empty() : Optional.of(text));

  static final ValueType<GroupName> TYPE =
      ValueType.of("a name", text -> Optional.of(new GroupName(text)));

  /** Refuses a second one of a group that is selected at first: Swing would forget the other. */
  static void checkChoice(
      LayoutElement element,
      Tag<?> tag,
      Map<GroupName, SourceLocation> chosen,
      List<LayoutProblem> problems) {
    LayoutAttribute group = element.attribute(GROUP).orElse(null);
    LayoutAttribute selected = element.attribute("selected").orElse(null);
    if (group == null || selected == null || !isOf(tag) || !isTrue(selected)) {
      return;
    }
    var name = new GroupName(element.space() + group.value());
    SourceLocation first = chosen.putIfAbsent(name, selected.valueLocation());
    if (first != null) {
      problems.add(LayoutProblem.groupHasChoice(selected, group.value(), first));
    }
  }

  /** A program's own tag may mean something else. */
  private static boolean isOf(Tag<?> tag) {
    return tag.hasProperty(GROUP) && tag.property(GROUP).type() == TYPE;
  }

  private static boolean isTrue(LayoutAttribute flag) {
    return ValueType.FLAG.read(flag.value()).orElse(false);
  }

  @Override
  public GroupName in(LayoutElement element) {
    return new GroupName(element.space() + name);
  }
}
