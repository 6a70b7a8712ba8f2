/** Samples, and what is made of them: start at {@link dev.runspaces.benchmarks.measure.Results}. */
@NullMarked
package dev.runspaces.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
