package dev.runspaces.delivery;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The letter by which events are delivered: what is posted in the moment in which it ends. */
public final class LetterJcstress {
  private LetterJcstress() {}

  /** A runspace, and how many strings have come to a subscriber of it. */
  private static final class Heard {
    private final StepByStep runspace = new StepByStep("runspace");
    private final EventHub hub = new EventHub(runspace, null);
    private int count;
    private String last = "";
    private int outOfOrder;

    Heard() {
      hub.on(String.class).handle(this::hear);
    }

    private void hear(String posted) {
      count++;
      outOfOrder += posted.compareTo(last) > 0 ? 0 : 1;
      last = posted;
    }

  }

  private static void post(EventHub where, String what) {
    var unused = where.post(what);
  }

  /** One thread delivers the first, another one posts a second and a third. */
  @JCStressTest
  @Description("Post against the end of a letter: it delivers what comes, or another one does")
  @Outcome(id = "3, 0", expect = ACCEPTABLE, desc = "all, in order")
  @Outcome(expect = FORBIDDEN, desc = "left behind, or out of order")
  @State
  public static class PostAgainstEnd {
    private final Heard heard = new Heard();

    /** Has one letter under way. */
    public PostAgainstEnd() {
      LetterJcstress.post(heard.hub, "a");
    }

    /** Posts. */
    @Actor
    public void post() {
      LetterJcstress.post(heard.hub, "b");
      LetterJcstress.post(heard.hub, "c");
    }

    /** Delivers what is there. */
    @Actor
    public void deliver() {
      heard.runspace.run();
    }

    /** Delivers what there is a letter for. */
    @Arbiter
    public void count(II_Result result) {
      heard.runspace.run();
      result.r1 = heard.count;
      result.r2 = heard.outOfOrder;
    }
  }

  /** The same, posted in a child. */
  @JCStressTest
  @Description("Post in a child against the end of the parent's letter")
  @Outcome(id = "3, 0", expect = ACCEPTABLE, desc = "all, in order")
  @Outcome(expect = FORBIDDEN, desc = "left behind, or out of order")
  @State
  public static class PostBelowAgainstEnd {
    private final Heard heard = new Heard();
    private final EventHub child = new EventHub(new StepByStep("child"), heard.hub);

    /** Has one letter under way. */
    public PostBelowAgainstEnd() {
      LetterJcstress.post(child, "a");
    }

    /** Posts. */
    @Actor
    public void post() {
      LetterJcstress.post(child, "b");
      LetterJcstress.post(child, "c");
    }

    /** Delivers what is there. */
    @Actor
    public void deliver() {
      heard.runspace.run();
    }

    /** Delivers what there is a letter for. */
    @Arbiter
    public void count(II_Result result) {
      heard.runspace.run();
      result.r1 = heard.count;
      result.r2 = heard.outOfOrder;
    }
  }
}
