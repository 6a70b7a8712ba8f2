package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;

/**
 * A {@code value="{customer.name}"} attribute, by which a component shows and edits a value of a
 * model that code gives.
 *
 * @param attribute the attribute
 * @param tag the tag of the component
 * @param model the name of the model
 * @param property the property or key
 * @param type what the component shows: {@code String}, {@code Boolean} or {@code Integer}
 */
public record BindingUse(
    LayoutAttribute attribute, String tag, String model, String property, Class<?> type) {}
