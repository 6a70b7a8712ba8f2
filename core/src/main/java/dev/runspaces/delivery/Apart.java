package dev.runspaces.delivery;

/**
 * Keeps what a subclass adds away from whatever lies before it in memory. A thread that writes
 * again and again would slow down another, which only reads something next to it, tenfold:
 * processors hand memory to each other in lines of 64 bytes.
 */
@SuppressWarnings("unused") // there to take up room
abstract class Apart {
  private long room1, room2, room3, room4, room5, room6, room7, room8;
}
