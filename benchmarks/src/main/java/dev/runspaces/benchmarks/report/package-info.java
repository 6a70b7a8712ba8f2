/** What is written of it: tables, charts, and what was to be reached. */
@NullMarked
package dev.runspaces.benchmarks.report;

import org.jspecify.annotations.NullMarked;
