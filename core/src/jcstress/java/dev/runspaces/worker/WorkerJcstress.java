package dev.runspaces.worker;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.runspaces.thread.ThreadPolicy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** The worker and its mailbox: what is put in while somebody leaves. */
public final class WorkerJcstress {
  private WorkerJcstress() {}

  /** Letters that count themselves, and how often one was run in the midst of another. */
  private static final class Letters {
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger meetings = new AtomicInteger();

    /** Each in one thread at a time, if the worker keeps its promise: not atomic on purpose. */
    private int first;

    private int second;

    void first() {
      enter();
      first++;
      inside.decrementAndGet();
    }

    void second() {
      enter();
      second++;
      inside.decrementAndGet();
    }

    private void enter() {
      if (inside.incrementAndGet() != 1) {
        meetings.incrementAndGet();
      }
    }

    void tell(III_Result result) {
      result.r1 = first;
      result.r2 = second;
      result.r3 = meetings.get();
    }
  }

  /** Threads that the actors play. */
  private static final class PlayedThreads implements Carrier {
    private final ConcurrentLinkedQueue<Runnable> turns = new ConcurrentLinkedQueue<>();

    @Override
    public void request(Runnable turn) {
      turns.add(turn);
    }

    void runAll() {
      for (Runnable turn = turns.poll(); turn != null; turn = turns.poll()) {
        turn.run();
      }
    }
  }

  /** Two threads hand over, and do it themselves. */
  @JCStressTest
  @Description("Callers' work: none lost, none doubled, one at a time")
  @Outcome(id = "2, 2, 0", expect = ACCEPTABLE, desc = "each once, never together")
  @Outcome(expect = FORBIDDEN, desc = "lost, doubled, or two inside")
  @State
  public static class CallersAgainstEachOther {
    private final Letters letters = new Letters();
    private final Worker worker =
        new Worker(this, "jcstress", Carriers.of(ThreadPolicy.CURRENT, "jcstress"));

    /** Hands over. */
    @Actor
    public void one() {
      worker.run(letters::first);
      worker.run(letters::first);
    }

    /** Hands over. */
    @Actor
    public void other() {
      worker.run(letters::second);
      worker.run(letters::second);
    }

    /** Counts. */
    @Arbiter
    public void count(III_Result result) {
      letters.tell(result);
    }
  }

  /** One thread puts in, another one works and leaves. */
  @JCStressTest
  @Description("Put against leave: the letter is found by who leaves, or a turn is asked for it")
  @Outcome(id = "3, 3, 0", expect = ACCEPTABLE, desc = "each once, never together")
  @Outcome(expect = FORBIDDEN, desc = "lost, doubled, or two inside")
  @State
  public static class PutAgainstLeave {
    private final Letters letters = new Letters();
    private final PlayedThreads threads = new PlayedThreads();
    private final Worker worker = new Worker(this, "jcstress", threads);

    /** Makes it so that there is something to leave from. */
    public PutAgainstLeave() {
      worker.run(letters::first);
      worker.deliver(letters::second);
    }

    /** Works. */
    @Actor
    public void works() {
      threads.runAll();
    }

    /** Puts in. */
    @Actor
    public void puts() {
      worker.run(letters::first);
      worker.deliver(letters::second);
    }

    /** Puts in, and works where that is left to it. */
    @Actor
    public void putsAndWorks() {
      worker.deliver(letters::second);
      worker.run(letters::first);
      threads.runAll();
    }

    /** Whatever was asked for is there; nothing else will come. */
    @Arbiter
    public void count(III_Result result) {
      threads.runAll();
      letters.tell(result);
    }
  }

  /** A thread waits in the middle of its work, and another brings what it waits for. */
  @JCStressTest
  @Description("Put against take: who waits inside finds the delivery")
  @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "woken, and gone on")
  @Outcome(expect = FORBIDDEN, desc = "slept through it")
  @State
  public static class PutAgainstTake {
    private final Letters letters = new Letters();
    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private final Worker worker =
        new Worker(this, "jcstress", Carriers.of(ThreadPolicy.CURRENT, "jcstress"));

    /** Waits for what only a delivery brings. */
    @Actor
    public void waits() {
      try {
        if (worker.serveUntil(answer, Deadline.after(Duration.ofSeconds(5)))) {
          letters.first();
        }
      } catch (InterruptedException nobodyDoes) {
        // Forbidden, as it is not counted.
      }
    }

    /** Puts the delivery in. */
    @Actor
    public void delivers() {
      worker.deliver(
          () -> {
            letters.second();
            answer.complete("answer");
          });
    }

    /** Counts. */
    @Arbiter
    public void count(III_Result result) {
      letters.tell(result);
    }
  }
}
