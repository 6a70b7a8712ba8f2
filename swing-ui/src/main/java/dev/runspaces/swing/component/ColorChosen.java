package dev.runspaces.swing.component;

/**
 * A color was chosen.
 *
 * @param component the name of its chooser
 * @param color the color as a layout writes it, such as {@code #1e90ff}
 */
public record ColorChosen(String component, String color) implements ComponentEvent {}
