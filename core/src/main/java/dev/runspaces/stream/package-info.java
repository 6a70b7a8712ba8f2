/** Stub. */
@NullMarked
package dev.runspaces.stream;

import org.jspecify.annotations.NullMarked;
