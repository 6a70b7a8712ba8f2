package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;

/**
 * An attribute like {@code value="{customer.name}"}, which names a value of a model that code
 * gives.
 *
 * @param attribute the attribute
 * @param tag the tag of the component
 * @param model the name of the model
 * @param property the property or key
 * @param type what the component shows: {@code String}, {@code Boolean}, {@code Integer}, {@code
 *     BigDecimal}, {@code Number}, {@code LocalDate} or {@code Color}; of {@link Purpose#REPEAT}
 *     {@code Iterable}
 * @param purpose what it is for
 */
public record BindingUse(
    LayoutAttribute attribute,
    String tag,
    String model,
    String property,
    Class<?> type,
    Purpose purpose) {

  /** What a value of a model is for. */
  public enum Purpose {
    /** The component shows it and has it edited: it is read and written. */
    EDIT,
    /** The component shows it: it is read, and as a text whatever it is, if it shows texts. */
    SHOW,
    /** It is a list, an array or anything else with items, and its items are shown one by one. */
    REPEAT
  }
}
