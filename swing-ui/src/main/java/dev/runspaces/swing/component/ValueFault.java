package dev.runspaces.swing.component;

import java.util.Collection;
import java.util.List;

/**
 * What is wrong in a value of several parts.
 *
 * @param start where the part is in the value
 * @param part the part
 * @param expected what it should be; empty if it should be one of the words
 * @param words the words of which it should be one
 */
record ValueFault(int start, String part, String expected, Collection<String> words) {

  static ValueFault unknown(int start, String part, Collection<String> words) {
    return new ValueFault(start, part, "", words);
  }

  static ValueFault wrong(int start, String part, String expected) {
    return new ValueFault(start, part, expected, List.of());
  }
}
