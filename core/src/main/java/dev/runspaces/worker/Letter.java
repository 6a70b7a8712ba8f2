package dev.runspaces.worker;

/** Something that a runspace has to do. Done inside, by one thread. */
public interface Letter {

  /** Does it. */
  void run();

  /** One that is done part by part; who waits in the midst of a part goes on with the next. */
  interface InParts extends Letter {

    /**
     * Does the next parts, until there are none or a pause is due.
     *
     * @return whether there are more
     */
    boolean run(Pause pause);

    /** Does all parts. */
    @Override
    default void run() {
      while (run(() -> false)) {
        // Until there are none.
      }
    }
  }

  /** Asked after each part, and prepares the thread for the next. */
  interface Pause {
    /** Tells whether something else comes before the next part. */
    boolean isDue();

    /** Tells whether who has done all parts may look out for more, for a moment. */
    default boolean mayLinger() {
      return false;
    }
  }
}
