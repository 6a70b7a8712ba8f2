package dev.runspaces.swing.component;

import java.util.Optional;

/**
 * What {@code group="size"} reads as. The same name in another file is another group.
 *
 * @param name the name, with the space that it stands in
 */
record GroupName(String name) implements Spaced<GroupName> {
  /** The attribute by which one of a group says what its choice means. */
  static final String OPTION = "option";

  static final ValueType<String> OPTION_TYPE =
      ValueType.of(
          "what the value is when this is chosen",
          text -> text.isBlank() ? Optional.empty() : Optional.of(text));

  static final ValueType<GroupName> TYPE =
      ValueType.of("a name", text -> Optional.of(new GroupName(text)));

  @Override
  public GroupName in(String elementsSpace) {
    return new GroupName(elementsSpace + name);
  }
}
