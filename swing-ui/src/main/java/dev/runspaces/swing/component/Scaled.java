package dev.runspaces.swing.component;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.util.function.BiConsumer;

/**
 * Lengths that grow with the font, as FlatLaf's own do: on a system whose text is half as large
 * again, so is everything that was measured for the usual text.
 */
final class Scaled {
  private Scaled() {}

  static <T> BiConsumer<T, Integer> length(BiConsumer<? super T, Integer> setter) {
    return (it, pixels) -> setter.accept(it, UIScale.scale(pixels));
  }

  static <T> BiConsumer<T, Dimension> size(BiConsumer<? super T, ? super Dimension> setter) {
    return (it, size) -> setter.accept(it, UIScale.scale(size));
  }
}
