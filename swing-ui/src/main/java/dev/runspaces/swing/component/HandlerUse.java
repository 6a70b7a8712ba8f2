package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;

/**
 * An {@code on...} attribute whose event goes to a method of the controller: {@code
 * onClick="#save"}.
 *
 * @param attribute the attribute
 * @param method the name of the method, as it is written; may be no name at all
 * @param snapshot the type of the snapshots that the method may take
 */
public record HandlerUse(
    LayoutAttribute attribute, String method, Class<? extends ComponentEvent> snapshot) {}
