package dev.runspaces.swing.layout;

/**
 * How large a layout may be. The standard is far above what a window needs, and low enough that no
 * file can exhaust the memory or the stack of whoever walks the tree. Only code can change it:
 *
 * <pre>{@code
 * Layouts.standard().limits(LayoutLimits.STANDARD.elements(50_000)).from(resource);
 * }</pre>
 *
 * @param characters bytes of a file, or UTF-16 units of a text
 * @param depth elements inside each other, the root included; at most 1,000
 * @param elements elements in one layout, with all that it includes; and elements that are repeated
 *     for the items of lists
 * @param attributes attributes of one element
 * @param valueLength UTF-16 units of one attribute value, as written
 * @param includes fragments that are included
 */
public record LayoutLimits(
    int characters, int depth, int elements, int attributes, int valueLength, int includes) {
  /**
   * 1 MiB, 100 levels, 10,000 elements, 200 attributes, 65,536 characters of a value, 1,000
   * includes.
   */
  public static final LayoutLimits STANDARD =
      new LayoutLimits(1 << 20, 100, 10_000, 200, 1 << 16, 1_000);

  /** Trees are walked by methods that call themselves. */
  private static final int DEEPEST = 1_000;

  /**
   * Checks that there can be layouts within these limits.
   *
   * @param characters bytes of a file, or UTF-16 units of a text
   * @param depth elements inside each other
   * @param elements elements in one layout
   * @param attributes attributes of one element
   * @param valueLength UTF-16 units of one attribute value
   * @param includes fragments that are included
   * @throws IllegalArgumentException if one is less than 1, includes less than 0, or the depth more
   *     than 1,000
   */
  public LayoutLimits {
    int least =
        Math.min(
            Math.min(characters, depth), Math.min(elements, Math.min(attributes, valueLength)));
    if (least < 1 || includes < 0 || depth > DEEPEST) {
      throw new IllegalArgumentException(
          "limits are at least 1, of includes 0, and of the depth at most "
              + DEEPEST
              + "; not "
              + characters
              + " characters, "
              + depth
              + " levels, "
              + elements
              + " elements, "
              + attributes
              + " attributes, "
              + valueLength
              + " characters of a value and "
              + includes
              + " includes");
    }
  }

  /**
   * Changes how large a file may be.
   *
   * @param most bytes of a file, or UTF-16 units of a text
   * @return other limits
   */
  public LayoutLimits characters(int most) {
    return new LayoutLimits(most, depth, elements, attributes, valueLength, includes);
  }

  /**
   * Changes how deep elements may be inside each other.
   *
   * @param most levels, from 1 to 1,000
   * @return other limits
   */
  public LayoutLimits depth(int most) {
    return new LayoutLimits(characters, most, elements, attributes, valueLength, includes);
  }

  /**
   * Changes how many elements a layout may have.
   *
   * @param most elements, with all that is included
   * @return other limits
   */
  public LayoutLimits elements(int most) {
    return new LayoutLimits(characters, depth, most, attributes, valueLength, includes);
  }

  /**
   * Changes how many attributes an element may have.
   *
   * @param most attributes
   * @return other limits
   */
  public LayoutLimits attributes(int most) {
    return new LayoutLimits(characters, depth, elements, most, valueLength, includes);
  }

  /**
   * Changes how long a value may be.
   *
   * @param most UTF-16 units
   * @return other limits
   */
  public LayoutLimits valueLength(int most) {
    return new LayoutLimits(characters, depth, elements, attributes, most, includes);
  }

  /**
   * Changes how many fragments may be included.
   *
   * @param most includes; 0 for none
   * @return other limits
   */
  public LayoutLimits includes(int most) {
    return new LayoutLimits(characters, depth, elements, attributes, valueLength, most);
  }
}
