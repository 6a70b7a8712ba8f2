/**
 * This library and its peers: one small class for each, behind one interface for each kind of work.
 */
@NullMarked
package dev.runspaces.benchmarks.contestant;

import org.jspecify.annotations.NullMarked;
