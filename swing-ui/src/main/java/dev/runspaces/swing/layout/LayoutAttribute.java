package dev.runspaces.swing.layout;

/**
 * An attribute of a {@link LayoutElement}: {@code text="Press Me"}. Immutable.
 *
 * @param name the name
 * @param value the value, its references replaced and its line breaks turned into spaces
 * @param location where the name starts
 * @param valueLocation where the value starts, after the opening quote
 * @param written the value as the file has it between the quotes; equal to {@code value} unless
 *     something was replaced
 */
public record LayoutAttribute(
    String name,
    String value,
    SourceLocation location,
    SourceLocation valueLocation,
    String written) {

  /**
   * Creates an attribute in whose value nothing had to be replaced.
   *
   * @param name the name
   * @param value the value, which is also what the file says
   * @param location where the name starts
   * @param valueLocation where the value starts, after the opening quote
   */
  public LayoutAttribute(
      String name, String value, SourceLocation location, SourceLocation valueLocation) {
    this(name, value, location, valueLocation, value);
  }

  /**
   * Copies the attribute with a value that the file does not have there.
   *
   * @param given the value
   * @param from where it comes from: what is wrong with it is reported there
   * @return the copy
   */
  public LayoutAttribute withValue(String given, SourceLocation from) {
    return new LayoutAttribute(name, given, location, from, "");
  }

  /**
   * Returns the place in the file of one character of the value. Follows references and line
   * breaks; only in a value with a problem of its own (an unknown entity) it may be a few columns
   * off.
   *
   * @param offset the character's index in {@link #value()}; what lies outside the value is taken
   *     for its start or end
   * @return where that character stands
   */
  public SourceLocation locationAt(int offset) {
    int line = valueLocation.line();
    int column = valueLocation.column();
    int index = 0; // in what is written, while "passed" counts in the value
    for (int passed = 0; passed < Math.min(offset, value.length()); passed++) {
      int end = endOfWrittenCharacter(index);
      if (isLineBreak(index)) {
        line++;
        column = 1;
      } else {
        column += end - index;
      }
      boolean pairFromOneReference =
          end - index > 1 && Character.isHighSurrogate(value.charAt(passed));
      if (pairFromOneReference) {
        passed++;
      }
      index = end;
    }
    return valueLocation.at(line, column);
  }

  /** One character of the value may be written as several: a reference, or {@code \r\n}. */
  private int endOfWrittenCharacter(int index) {
    int next = Math.min(index + 1, written.length());
    if (written.startsWith("\r\n", index)) {
      return index + 2;
    }
    if (written.startsWith("&", index)) {
      return Math.max(next, written.indexOf(';', index) + 1);
    }
    return next;
  }

  private boolean isLineBreak(int index) {
    return written.startsWith("\n", index) || written.startsWith("\r", index);
  }
}
