package dev.runspaces.swing.component;

/**
 * The value of a component that is bound to a model. For the EDT.
 *
 * @param use what it is bound to
 * @param value what the component shows
 */
public record BoundValue(BindingUse use, ComponentValue value) {}
