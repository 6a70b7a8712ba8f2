/**
 * What a library that brings threads of its own implements: {@link dev.runspaces.spi.WaitGuard}.
 */
@NullMarked
package dev.runspaces.spi;

import org.jspecify.annotations.NullMarked;
