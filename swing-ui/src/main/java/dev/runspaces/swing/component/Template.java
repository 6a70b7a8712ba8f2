package dev.runspaces.swing.component;

import dev.runspaces.swing.component.PlanNode.Child;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a {@code <Repeat>} shows for each item of a list, resolved as its layout is. Immutable; a
 * template is equal to itself alone.
 */
public final class Template {
  static final String ITEMS = "items";
  static final String AS = "as";

  private static final Pattern NAME = Pattern.compile("\\w+");

  static final ValueType<String> ITEM_NAME =
      ValueType.of(
          "a name of letters and digits like line",
          text -> NAME.matcher(text).matches() ? Optional.of(text) : Optional.empty());

  /** Stands in the names of a plan for the number of an item. */
  private static final String ANY = "*";

  private final BindingUse items;
  private final String as;
  private final String space;
  private final List<Child> children;
  private final List<BindingUse> uses;
  private final List<Template> templates;
  private final int size;

  Template(BindingUse items, RepeatScope scope, String space, List<Child> children) {
    this.items = items;
    this.as = scope.as();
    this.space = space;
    this.children = List.copyOf(children);
    this.uses = List.copyOf(scope.uses());
    this.templates = List.copyOf(scope.templates());
    this.size = this.children.stream().mapToInt(child -> child.node().size()).sum();
  }

  /** What the names in it begin with, in a plan. */
  static String spaceOf(String repeat) {
    return repeat + '.' + ANY + '.';
  }

  /** Tells whether a name of a plan stands for as many as there are items. */
  static boolean isRepeated(String name) {
    return name.contains('.' + ANY + '.');
  }

  /** {@return which list its items are in} */
  public BindingUse items() {
    return items;
  }

  /** {@return the name by which its attributes know the item} */
  public String as() {
    return as;
  }

  /** {@return where it names a value, of the item or of another model; immutable} */
  public List<BindingUse> uses() {
    return uses;
  }

  /** {@return what is repeated in it, for the items of each item; immutable} */
  public List<Template> templates() {
    return templates;
  }

  /** {@return how many elements it has, without those that are repeated in it} */
  public int size() {
    return size;
  }

  /** Builds the components for one item; who asks for them shows them. */
  RepeatedItem build(int index, RepeatPanel panel, BuildContext around, Gate gate) {
    String repeat = space.substring(0, space.length() - ANY.length() - 1);
    BuildContext context = around.forItem(space, repeat + index + '.', gate);
    return RepeatedItem.build(children, panel, context, gate);
  }
}
