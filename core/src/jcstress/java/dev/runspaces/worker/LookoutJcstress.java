package dev.runspaces.worker;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** The thread that looks out, and those that count on it while it leaves. */
public final class LookoutJcstress {
  private LookoutJcstress() {}

  /** One thread looks out and leaves, while another puts something down and counts on it. */
  @JCStressTest
  @Description("A lookout: whoever is counted on knows of it, and sees what was put down")
  @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "found, and knows of it")
  @Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "not found, and is free to sleep")
  @Outcome(expect = FORBIDDEN, desc = "counted on in vain, or seen in vain")
  @State
  public static class WhoLooksOutAgainstWhoCountsOnIt {
    private final Lookout lookout = new Lookout();
    private int putDown;

    /** Looks out. */
    @Actor
    public void looksOut(III_Result result) {
      if (lookout.isFoundHere()) {
        result.r1 = 1;
        result.r3 = putDown;
      }
    }

    /** Puts something down. */
    @Actor
    public void counts(III_Result result) {
      putDown = 1;
      result.r2 = lookout.find() ? 1 : 0;
    }
  }

  /** Two threads count on the one that looks out. */
  @JCStressTest
  @Description("A lookout: one thread is counted on by one other")
  @Outcome(id = {"0, 0, 0", "1, 1, 0", "1, 0, 1"}, expect = ACCEPTABLE, desc = "by one at most")
  @Outcome(expect = FORBIDDEN, desc = "by two, or by none and it thinks so")
  @State
  public static class TwoWhoCountOnOne {
    private final Lookout lookout = new Lookout();

    /** Looks out. */
    @Actor
    public void looksOut(III_Result result) {
      result.r1 = lookout.isFoundHere() ? 1 : 0;
    }

    /** The first. */
    @Actor
    public void first(III_Result result) {
      result.r2 = lookout.find() ? 1 : 0;
    }

    /** The second. */
    @Actor
    public void second(III_Result result) {
      result.r3 = lookout.find() ? 1 : 0;
    }
  }
}
