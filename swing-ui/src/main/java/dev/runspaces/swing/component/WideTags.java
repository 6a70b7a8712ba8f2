package dev.runspaces.swing.component;

import java.util.List;
import java.util.stream.Stream;

/** The tags of the components that fewer windows have. */
final class WideTags {
  private WideTags() {}

  static List<Tag<?>> all() {
    return Stream.of(
            ChoiceTags.all(),
            TableTags.all(),
            TextTags.all(),
            SpinnerTags.all(),
            SpacingTags.all(),
            DesktopTags.all(),
            ChooserTags.all(),
            PopupTags.all())
        .<Tag<?>>flatMap(List::stream)
        .toList();
  }
}
