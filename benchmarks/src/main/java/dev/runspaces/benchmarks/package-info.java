/**
 * This library and its peers, measured side by side. Start at {@link
 * dev.runspaces.benchmarks.Main}; what is measured is in {@code work}, what it is compared with in
 * {@code contestant}.
 */
@NullMarked
package dev.runspaces.benchmarks;

import org.jspecify.annotations.NullMarked;
