/** What is measured: start at {@link dev.runspaces.benchmarks.work.Works}. */
@NullMarked
package dev.runspaces.benchmarks.work;

import org.jspecify.annotations.NullMarked;
