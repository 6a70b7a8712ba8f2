package dev.runspaces.swing.component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.swing.plaf.basic.BasicHTML;
import org.jspecify.annotations.Nullable;

/**
 * A kind of attribute value: how its text is read, and what to tell somebody who wrote something
 * else. Values are read on any thread, before any component exists. Immutable.
 *
 * @param <V> what the text becomes
 */
public final class ValueType<V> {
  /**
   * Any text, but not what Swing would take for HTML: a layout must not be able to have images
   * loaded.
   */
  public static final ValueType<String> TEXT =
      new ValueType<>(
          "plain text; HTML is off in layouts",
          List.of(),
          text -> BasicHTML.isHTMLString(text) ? Optional.empty() : Optional.of(text),
          true,
          String.class,
          ValueType::noFault);

  /** {@code true} or {@code false}. */
  public static final ValueType<Boolean> FLAG =
      oneOf(Map.of("true", true, "false", false)).boundTo(Boolean.class);

  /** One character, such as a mnemonic. */
  public static final ValueType<Character> CHARACTER =
      new ValueType<>(
          "a single character",
          List.of(),
          text -> text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty());

  private final String expected;
  private final Collection<String> words;
  private final Function<String, Optional<V>> reader;
  private final boolean isText;
  private final @Nullable Class<?> bound;
  private final Function<String, List<ValueFault>> faults;

  private ValueType(
      String expected,
      Collection<String> words,
      Function<String, Optional<V>> reader,
      boolean isText,
      @Nullable Class<?> bound,
      Function<String, List<ValueFault>> faults) {
    this.faults = faults;
    this.expected = expected;
    this.words = words;
    this.reader = reader;
    this.isText = isText;
    this.bound = bound;
  }

  private ValueType(
      String expected, Collection<String> words, Function<String, Optional<V>> reader) {
    this(expected, words, reader, false, null, ValueType::noFault);
  }

  /** All of what cannot be read is wrong. */
  private static List<ValueFault> noFault(String text) {
    return List.of();
  }

  /** Says how to find what is wrong in a text that cannot be read. */
  ValueType<V> explainedBy(Function<String, List<ValueFault>> explanation) {
    return new ValueType<>(expected, words, reader, isText, bound, explanation);
  }

  /** Says in other words what a right value is. */
  ValueType<V> expecting(String description) {
    return new ValueType<>(description, words, reader, isText, bound, faults);
  }

  /** Says that people read it, so that it may be the key of a text in their language. */
  ValueType<V> asText() {
    return new ValueType<>(expected, words, reader, true, String.class, faults);
  }

  /** Says that a model may have the value, of this class, and that its text can be read. */
  ValueType<V> boundTo(Class<?> model) {
    return new ValueType<>(expected, words, reader, isText, model, faults);
  }

  /**
   * Says that it is asked for once, when the window is built: what a model says later is unseen.
   */
  ValueType<V> atFirst() {
    return new ValueType<>(expected, words, reader, isText, null, faults);
  }

  /** Returns what the value of a model must be that is shown in this way; null if none can be. */
  @Nullable Class<?> bound() {
    return bound;
  }

  boolean isText() {
    return isText;
  }

  /**
   * Makes a type of value of one's own.
   *
   * @param expected what a right value is, to follow "expected" in a message: "a date like
   *     2026-01-31"
   * @param reader reads a text; empty if it is not such a value. Called on any thread
   * @param <V> what the text becomes
   * @return the type
   */
  public static <V> ValueType<V> of(String expected, Function<String, Optional<V>> reader) {
    return new ValueType<>(expected, List.of(), reader);
  }

  /**
   * Makes a type whose values are words.
   *
   * @param words the words, and what each means
   * @param <V> what the text becomes
   * @return the type
   */
  public static <V> ValueType<V> oneOf(Map<String, V> words) {
    var sorted = new TreeMap<String, V>(words);
    return new ValueType<>(
        "one of " + String.join(", ", sorted.keySet()),
        List.copyOf(sorted.keySet()),
        text -> Optional.ofNullable(sorted.get(text)));
  }

  /**
   * Makes a type of whole numbers.
   *
   * @param least the least one allowed
   * @param greatest the greatest one allowed
   * @return the type
   * @throws IllegalArgumentException if the least is more than the greatest
   */
  public static ValueType<Integer> integer(int least, int greatest) {
    if (least > greatest) {
      throw new IllegalArgumentException(
          "no whole number is from " + least + " to " + greatest + "; the least comes first");
    }
    ValueType<Integer> type =
        new ValueType<>(
            "a whole number from " + least + " to " + greatest,
            List.of(),
            text -> {
              try {
                int number = Integer.parseInt(text.strip());
                if (text.chars().anyMatch(character -> character > 127)) {
                  return Optional.empty(); // digits of other scripts, which parseInt takes
                }
                return number < least || number > greatest ? Optional.empty() : Optional.of(number);
              } catch (NumberFormatException notANumber) {
                return Optional.empty();
              }
            });
    return type.boundTo(Integer.class);
  }

  /** {@return what a right value is, for a message} */
  public String expected() {
    return expected;
  }

  /** {@return the words allowed, if only certain words are; else empty} */
  Collection<String> words() {
    return words;
  }

  /** Returns all that is wrong in a text that cannot be read; empty if it is the whole of it. */
  List<ValueFault> faults(String text) {
    return faults.apply(text);
  }

  Optional<V> read(String text) {
    return reader.apply(text);
  }
}
