package dev.runspaces.delivery;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.runspaces.delivery.Backlog.Gate;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** The backlog without locks: what is put in while somebody closes, delivers or takes back. */
public final class BacklogJcstress {
  private BacklogJcstress() {}

  private static final Origin ORIGIN = new Origin("source", Unheard.FORGET);

  /** A backlog, and the turnstile that an inbox would have for it. */
  private record Entered(FreeBacklog backlog, Turnstile turnstile) {
    static Entered create() {
      Turnstile turnstile = Turnstile.create();
      return new Entered(new FreeBacklog(turnstile), turnstile);
    }

    long put() {
      turnstile.enter();
      try {
        return backlog.put("posted", ORIGIN, 1, Gate.OPEN, false);
      } finally {
        turnstile.leave();
      }
    }
  }

  private static int pollAll(Backlog backlog) {
    int count = 0;
    var arrival = new Arrival();
    while (backlog.poll(arrival, 0)) {
      count += "posted".equals(arrival.payload()) ? 1 : 100;
    }
    return count;
  }

  /** One thread puts in, another one closes. */
  @JCStressTest
  @Description("Put against close: it is let in and there, or refused and not there")
  @Outcome(id = {"1, 1", "0, 0"}, expect = ACCEPTABLE, desc = "as it was told")
  @Outcome(expect = FORBIDDEN, desc = "lost, or there in spite of the refusal")
  @State
  public static class PutAgainstClose {
    private final Entered entered = Entered.create();
    private final Backlog backlog = entered.backlog();

    /** Puts in. */
    @Actor
    public void put(II_Result result) {
      result.r1 = entered.put() > 0 ? 1 : 0;
    }

    /** Closes, and takes what is there. */
    @Actor
    public void close(II_Result result) {
      backlog.narrow(Gate.CLOSED);
      result.r2 = pollAll(backlog);
    }

    /** What comes after that was put in before. */
    @Arbiter
    public void count(II_Result result) {
      result.r2 += pollAll(backlog) * 10;
    }
  }

  /** One thread delivers, another one takes back, of three. */
  @JCStressTest
  @Description("Poll against take-back: each is had by one of them")
  @Outcome(
      id = {"0, 3, 0", "1, 2, 0", "2, 1, 0", "3, 0, 0"},
      expect = ACCEPTABLE,
      desc = "each once")
  @Outcome(expect = FORBIDDEN, desc = "lost or doubled")
  @State
  public static class PollAgainstTakeBack {
    private final Entered entered = Entered.create();
    private final Backlog backlog = entered.backlog();

    /** Has three of them. */
    public PollAgainstTakeBack() {
      long unused = entered.put() + entered.put() + entered.put();
    }

    /** Delivers. */
    @Actor
    public void poll(III_Result result) {
      result.r1 = pollAll(backlog);
    }

    /** Takes back. */
    @Actor
    public void takeBack(III_Result result) {
      result.r2 = backlog.takeAll().size();
    }

    /** Looks what is left. */
    @Arbiter
    public void count(III_Result result) {
      result.r3 = pollAll(backlog);
    }
  }

  /** Two threads put in, a third one takes out. */
  @JCStressTest
  @Description("Put against put and poll: numbers are those of the order")
  @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "both, in order")
  @Outcome(expect = FORBIDDEN, desc = "lost, doubled, or out of order")
  @State
  public static class PutAgainstPut {
    private final Entered entered = Entered.create();
    private final Backlog backlog = entered.backlog();
    private long last;
    private int outOfOrder;
    private int count;

    /** Puts in. */
    @Actor
    public void one() {
      long unused = entered.put();
    }

    /** Puts in. */
    @Actor
    public void other() {
      long unused = entered.put();
    }

    /** Takes out. */
    @Actor
    public void poll() {
      look();
    }

    private void look() {
      var arrival = new Arrival();
      while (backlog.poll(arrival, 0)) {
        outOfOrder += arrival.number() == last + 1 ? 0 : 1;
        last = arrival.number();
        count++;
      }
    }

    /** Takes the rest. */
    @Arbiter
    public void count(II_Result result) {
      look();
      result.r1 = count;
      result.r2 = outOfOrder;
    }
  }

  /** One thread puts in, another one delivers, a third one takes back, where a chunk ends. */
  @JCStressTest
  @Description("Put against poll and take-back at the end of a chunk: each is had by one of them")
  @Outcome(id = "24, 0", expect = ACCEPTABLE, desc = "each once, in order")
  @Outcome(expect = FORBIDDEN, desc = "lost, doubled or out of order")
  @State
  public static class WhereAChunkEnds {
    private static final int BEFORE = 14;
    private static final int MORE = 10;

    private final Entered entered = Entered.create();
    private final Backlog backlog = entered.backlog();
    private int polled;
    private int outOfOrder;
    private long last;
    private int returned;

    /** Fills it almost up to the end of its first chunk. */
    public WhereAChunkEnds() {
      putSome(BEFORE);
    }

    private void putSome(int count) {
      for (int i = 0; i < count; i++) {
        long unused = entered.put();
      }
    }

    /** Puts in. */
    @Actor
    public void put() {
      putSome(MORE);
    }

    /** Delivers. */
    @Actor
    public void poll() {
      var arrival = new Arrival();
      while (backlog.poll(arrival, 0)) {
        outOfOrder += arrival.number() > last && "posted".equals(arrival.payload()) ? 0 : 1;
        last = arrival.number();
        polled++;
      }
    }

    /** Takes back. */
    @Actor
    public void takeBack() {
      returned = backlog.takeAll().size();
    }

    /** Takes the rest. */
    @Arbiter
    public void count(II_Result result) {
      poll();
      result.r1 = polled + returned;
      result.r2 = outOfOrder;
    }
  }
}
