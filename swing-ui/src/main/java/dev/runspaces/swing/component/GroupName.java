package dev.runspaces.swing.component;

import java.util.Optional;

/**
 * What {@code group="size"} reads as. The same name in another file is another group.
 *
 * @param name the name, with the space that it stands in
 */
record GroupName(String name) implements Spaced<GroupName> {
  static final ValueType<GroupName> TYPE =
      ValueType.of("a name", text -> Optional.of(new GroupName(text)));

  @Override
  public GroupName in(String elementsSpace) {
    return new GroupName(elementsSpace + name);
  }
}
