package dev.runspaces.worker;

/** Something that a runspace has to do: at once, or part by part. Done inside, by one thread. */
public interface Letter {

  /**
   * Called before each part. A letter that stays is the next one to be taken, also by who waits in
   * the midst of its {@link #run}; where it does not, it may be put in again.
   *
   * @return whether there is another part after this one
   */
  default boolean stays() {
    return false;
  }

  /** Does it, or the next part of it. */
  void run();
}
