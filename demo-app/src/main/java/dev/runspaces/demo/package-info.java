/**
 * Start at {@link dev.runspaces.demo.PressMe}, which is the whole demo on one page; {@link
 * dev.runspaces.demo.Main} is its command line.
 */
@NullMarked
package dev.runspaces.demo;

import org.jspecify.annotations.NullMarked;
