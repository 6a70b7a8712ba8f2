package dev.runspaces.swing.component;

import dev.runspaces.swing.include.Structure;
import java.util.List;

/**
 * The tags that bring layouts together. All but the first two are gone before there is a plan; they
 * are here to be known, to messages and to who reads about them.
 */
final class StructureTags {
  private StructureTags() {}

  /** What such a tag would make. There is none. */
  static final class Nothing {
    private Nothing() {}
  }

  static List<Tag<?>> all() {
    return List.of(
        Tag.of(Structure.SLOT, SlotPanel.class, SlotPanel::new).laidOut(panel -> panel),
        Tag.of(Structure.REPEAT, RepeatPanel.class, RepeatPanel::new)
            .laidOut(panel -> panel)
            .property(Template.ITEMS, ModelPath.TYPE, (panel, path) -> {})
            .property(Template.AS, Template.ITEM_NAME, (panel, name) -> {}),
        structure(Structure.FRAGMENT),
        structure(Structure.PARAMETER)
            .describedAs("name", "what the fragment calls it, as in ${title}")
            .property("default", ValueType.TEXT, (nothing, text) -> {}),
        structure(Structure.INCLUDE)
            .describedAs("name", "what the names in the fragment then begin with, and a dot")
            .property("file", ValueType.TEXT, (nothing, text) -> {}),
        structure(Structure.FILL).property("slot", ValueType.TEXT, (nothing, text) -> {}),
        structure(Structure.STYLES).property("file", ValueType.TEXT, (nothing, text) -> {}));
  }

  /** Tells whether one may stand in another before they are put together. */
  static boolean takes(Tag<?> parent, Tag<?> child) {
    boolean isPart = parent.isLaidOut() || !parent.parts().isEmpty();
    return switch (child.name()) {
      case Structure.FILL -> parent.name().equals(Structure.INCLUDE);
      case Structure.PARAMETER -> parent.name().equals(Structure.FRAGMENT);
      case Structure.STYLES ->
          parent.name().equals(Structure.FRAGMENT) || parent.product() == ViewRoot.class;
      case Structure.INCLUDE -> isPart || parent.name().equals(Structure.FRAGMENT);
      default -> false;
    };
  }

  static boolean mayHaveName(Tag<?> tag) {
    return tag.product() != Nothing.class
        || tag.name().equals(Structure.INCLUDE)
        || tag.name().equals(Structure.PARAMETER);
  }

  private static Tag<Nothing> structure(String name) {
    return Tag.of(name, Nothing.class, Nothing::new);
  }
}
