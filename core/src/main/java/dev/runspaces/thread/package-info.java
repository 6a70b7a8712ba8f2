/**
 * Which threads a runspace's code runs on: {@link dev.runspaces.thread.ThreadPolicy}. And which
 * threads must never wait: a library that brings such threads implements {@link
 * dev.runspaces.thread.WaitGuard}.
 */
@NullMarked
package dev.runspaces.thread;

import org.jspecify.annotations.NullMarked;
