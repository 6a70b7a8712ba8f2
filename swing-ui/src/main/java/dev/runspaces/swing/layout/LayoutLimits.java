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
 *     for the items of lists; a color or file chooser counts for 100
 * @param attributes attributes of one element
 * @param valueLength UTF-16 units of one attribute value, as written
 * @param includes fragments that are included
 * @param grid columns, and rows, in which a {@code cell} may say that it is; at most 1,000
 */
public record LayoutLimits(
    int characters,
    int depth,
    int elements,
    int attributes,
    int valueLength,
    int includes,
    int grid) {
  // A component in the last cell of 200 columns and rows costs MigLayout 20 ms on the EDT, 45 ms
  // beside others that span them all; of 1,000 it is a third of a second.

  /**
   * 1 MiB, 100 levels, 10,000 elements, 200 attributes, 65,536 characters of a value, 1,000
   * includes, 200 columns and rows.
   */
  public static final LayoutLimits STANDARD =
      new LayoutLimits(1 << 20, 100, 10_000, 200, 1 << 16, 1_000, 200);

  /** Trees are walked by methods that call themselves. */
  private static final int DEEPEST = 1_000;

  /** MigLayout goes through all cells, whether there is something in them or not. */
  private static final int WIDEST = 1_000;

  /**
   * Checks that there can be layouts within these limits.
   *
   * @param characters bytes of a file, or UTF-16 units of a text
   * @param depth elements inside each other
   * @param elements elements in one layout
   * @param attributes attributes of one element
   * @param valueLength UTF-16 units of one attribute value
   * @param includes fragments that are included
   * @param grid columns, and rows
   * @throws IllegalArgumentException if one is less than 1, includes less than 0, or the depth or
   *     the grid more than 1,000
   */
  public LayoutLimits {
    int least =
        Math.min(
            Math.min(Math.min(characters, depth), Math.min(elements, grid)),
            Math.min(attributes, valueLength));
    if (least < 1 || includes < 0 || depth > DEEPEST || grid > WIDEST) {
      throw new IllegalArgumentException(
          "limits are at least 1, of includes 0, of the depth at most "
              + DEEPEST
              + " and of the grid at most "
              + WIDEST
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
              + " characters of a value, "
              + includes
              + " includes and "
              + grid
              + " columns and rows");
    }
  }

  /**
   * Changes how large a file may be.
   *
   * @param most bytes of a file, or UTF-16 units of a text
   * @return other limits
   */
  public LayoutLimits characters(int most) {
    return new LayoutLimits(most, depth, elements, attributes, valueLength, includes, grid);
  }

  /**
   * Changes how deep elements may be inside each other.
   *
   * @param most levels, from 1 to 1,000
   * @return other limits
   */
  public LayoutLimits depth(int most) {
    return new LayoutLimits(characters, most, elements, attributes, valueLength, includes, grid);
  }

  /**
   * Changes how many elements a layout may have.
   *
   * @param most elements, with all that is included
   * @return other limits
   */
  public LayoutLimits elements(int most) {
    return new LayoutLimits(characters, depth, most, attributes, valueLength, includes, grid);
  }

  /**
   * Changes how many attributes an element may have.
   *
   * @param most attributes
   * @return other limits
   */
  public LayoutLimits attributes(int most) {
    return new LayoutLimits(characters, depth, elements, most, valueLength, includes, grid);
  }

  /**
   * Changes how long a value may be.
   *
   * @param most UTF-16 units
   * @return other limits
   */
  public LayoutLimits valueLength(int most) {
    return new LayoutLimits(characters, depth, elements, attributes, most, includes, grid);
  }

  /**
   * Changes how many fragments may be included.
   *
   * @param most includes; 0 for none
   * @return other limits
   */
  public LayoutLimits includes(int most) {
    return new LayoutLimits(characters, depth, elements, attributes, valueLength, most, grid);
  }

  /**
   * Changes in which columns and rows a {@code cell} may say that it is. Each more of both costs
   * time on the EDT, whether there is something in it or not.
   *
   * @param most columns, and rows, from 1 to 1,000
   * @return other limits
   */
  public LayoutLimits grid(int most) {
    return new LayoutLimits(characters, depth, elements, attributes, valueLength, includes, most);
  }
}
