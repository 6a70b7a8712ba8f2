/**
 * For tests that show real windows and give them real input.
 *
 * <p>Start with {@link dev.runspaces.swing.testkit.GuiTest} on a class that is named {@code
 * *GuiTest}, take the {@link org.assertj.swing.core.Robot} as a parameter, touch components through
 * {@link dev.runspaces.swing.testkit.OnEdt}, and put every assertion that follows an input into
 * {@link dev.runspaces.swing.testkit.Eventually#eventually}. The rest happens by itself: {@link
 * dev.runspaces.swing.testkit.PrivateDisplay} gives the test JVM a display of its own, so that no
 * test takes the pointer or the focus from the person at the desk.
 */
@NullMarked
package dev.runspaces.swing.testkit;

import org.jspecify.annotations.NullMarked;
