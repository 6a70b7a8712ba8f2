package dev.runspaces.swing.component;

import java.util.Objects;
import java.util.Optional;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/**
 * What {@code icon="save.svg"} reads as. The plan reads the file, so that a window has its picture
 * at once.
 *
 * @param file the name, as the layout has it
 * @param icon the picture; null until the file was read
 */
record IconName(String file, @Nullable Icon icon) {
  static final ValueType<IconName> TYPE =
      ValueType.of(
          "an SVG or PNG file beside the layout or below, like icons/save.svg",
          text ->
              text.endsWith(".svg") || text.endsWith(".png")
                  ? Optional.of(new IconName(text, null))
                  : Optional.empty());

  Icon picture() {
    return Objects.requireNonNull(icon, "a plan reads all its icons");
  }
}
