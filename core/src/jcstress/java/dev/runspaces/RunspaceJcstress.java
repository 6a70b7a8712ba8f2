package dev.runspaces;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.runspaces.event.Subscription;
import dev.runspaces.thread.ThreadPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.LII_Result;
import org.openjdk.jcstress.infra.results.LI_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Two calls on one runspace. Its threads are those of the actors, so that nothing else plays in. */
public final class RunspaceJcstress {
  private RunspaceJcstress() {}

  private static Runspace open() {
    return Runspaces.builder("jcstress").threads(ThreadPolicy.CURRENT).open();
  }

  /** An accepted event is delivered, a refused one is reported. */
  @JCStressTest
  @Description("Close against raise")
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "both accepted and heard")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "one accepted and heard, one refused")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "both refused")
  @Outcome(expect = FORBIDDEN, desc = "accepted and not heard, or heard and not accepted")
  @State
  public static class CloseAgainstRaise {
    private final Runspace runspace = open();
    private final AtomicInteger heard = new AtomicInteger();

    /** Subscribes. */
    public CloseAgainstRaise() {
      runspace.events().on("Tick", event -> heard.incrementAndGet());
    }

    /** Raises. */
    @Actor
    public void raises(II_Result result) {
      try {
        runspace.events().raise("Tick");
        result.r1++;
        runspace.events().raise("Tick");
        result.r1++;
      } catch (IllegalStateException refused) {
        // Counted by what is missing.
      }
    }

    /** Closes. */
    @Actor
    public void closes() {
      runspace.close();
    }

    /** Counts. */
    @Arbiter
    public void count(II_Result result) {
      result.r2 = heard.get();
    }
  }

  /** After Subscription.close has returned, what is raised is not heard. */
  @JCStressTest
  @Description("Unsubscribing against delivery on another thread")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "ended before the delivery")
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "ended after the delivery had begun")
  @Outcome(expect = FORBIDDEN, desc = "heard although it had ended, or twice")
  @State
  public static class UnsubscribeAgainstDelivery {
    private final Runspace runspace = open();
    private final AtomicInteger before = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger();
    private final Subscription subscription =
        runspace
            .events()
            .on(
                "Tick",
                event -> (event.arguments().isEmpty() ? before : after).incrementAndGet());

    /** Raises and delivers. */
    @Actor
    public void delivers() {
      runspace.events().raise("Tick");
      runspace.begin(context -> "delivers what is there");
    }

    /** Ends it, and raises what it must not hear. */
    @Actor
    public void ends() {
      subscription.close();
      runspace.events().raise("Tick", "after");
      runspace.begin(context -> "delivers what is there");
    }

    /** Counts. */
    @Arbiter
    public void count(II_Result result) {
      runspace.close();
      result.r1 = before.get();
      result.r2 = after.get();
    }
  }

  /** Of what is queued nothing arrives any more once the handler has ended its subscription. */
  @JCStressTest
  @Description("Unsubscribing on the delivering thread against raising")
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "one event, then no more")
  @Outcome(expect = FORBIDDEN, desc = "another one, or none")
  @State
  public static class UnsubscribeInsideAgainstRaise {
    private final Runspace runspace = open();
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger heardAfterwards = new AtomicInteger();
    private volatile boolean ended;

    /** Subscribes. */
    public UnsubscribeInsideAgainstRaise() {
      runspace
          .events()
          .on(
              "Tick",
              event -> {
                (ended ? heardAfterwards : heard).incrementAndGet();
                event.subscription().close();
                ended = true;
              });
    }

    private void raise() {
      runspace.events().raise("Tick");
      runspace.events().raise("Tick");
      runspace.begin(context -> "delivers what is there");
    }

    /** Raises and delivers. */
    @Actor
    public void one() {
      raise();
    }

    /** Raises and delivers. */
    @Actor
    public void other() {
      raise();
    }

    /** Counts. */
    @Arbiter
    public void count(II_Result result) {
      runspace.close();
      result.r1 = heard.get();
      result.r2 = heardAfterwards.get();
    }
  }

  /** Whoever comes first, it is closed in the end, and its start-up ran at most once. */
  @JCStressTest
  @Description("Open against close")
  @Outcome(
      id = {"CLOSED, 1, 1", "CLOSED, 0, 1", "BROKEN, 0, 1"},
      expect = ACCEPTABLE,
      desc = "started up, and closed")
  @Outcome(
      id = {"CLOSED, 0, 0", "BROKEN, 0, 0"},
      expect = ACCEPTABLE,
      desc = "closed before it had started up")
  @Outcome(expect = FORBIDDEN, desc = "open, or open without having started up")
  @State
  public static class OpenAgainstClose {
    private final AtomicInteger startups = new AtomicInteger();
    private final Runspace runspace =
        Runspaces.builder("jcstress")
            .threads(ThreadPolicy.CURRENT)
            .startup(context -> startups.incrementAndGet())
            .create();

    /** Opens. */
    @Actor
    public void opens(LII_Result result) {
      try {
        runspace.open();
        result.r2 = 1;
      } catch (RunspaceOpenException | InvalidRunspaceStateException closed) {
        result.r2 = 0;
      }
    }

    /** Closes. */
    @Actor
    public void closes() {
      runspace.close();
    }

    /** Looks. */
    @Arbiter
    public void look(LII_Result result) {
      boolean known = Runspaces.find(runspace.id()).isPresent();
      result.r1 = known ? "still registered" : runspace.state();
      result.r3 = startups.get();
    }
  }

  /** An invocation ends once, and its stop interrupts nothing that comes after it. */
  @JCStressTest
  @Description("Stop against start and end of an invocation")
  @Outcome(
      id = {"COMPLETED, 1, 0", "STOPPED, 1, 0"},
      expect = ACCEPTABLE,
      desc = "ended once, thread as before")
  @Outcome(expect = FORBIDDEN, desc = "ended twice, or never, or left an interrupt behind")
  @State
  public static class StopAgainstStartAndEnd {
    private final ConcurrentLinkedQueue<Runnable> thread = new ConcurrentLinkedQueue<>();
    private final Runspace runspace =
        Runspaces.builder("jcstress").threads(thread::add).open();
    private final AtomicInteger ends = new AtomicInteger();
    private final Invocation<String> invocation = runspace.begin(context -> "value");

    /** Counts how often it ends. */
    public StopAgainstStartAndEnd() {
      var unused = invocation.toFuture().whenComplete((value, failure) -> ends.incrementAndGet());
    }

    private void work() {
      for (Runnable turn = thread.poll(); turn != null; turn = thread.poll()) {
        turn.run();
      }
    }

    /** Runs it. */
    @Actor
    public void runs(LII_Result result) {
      work();
      result.r3 = Thread.interrupted() ? 1 : 0;
    }

    /** Stops it. */
    @Actor
    public void stops() {
      invocation.stop();
    }

    /** Looks. */
    @Arbiter
    public void look(LII_Result result) {
      result.r1 = invocation.state();
      result.r2 = ends.get();
      runspace.begin(Script.action(context -> runspace.close()));
      work();
    }
  }

  /** A script is refused, or it ends. */
  @JCStressTest
  @Description("Close against begin")
  @Outcome(
      id = {"refused, 0", "COMPLETED, 1", "STOPPED, 0", "STOPPED, 1"},
      expect = ACCEPTABLE,
      desc = "refused, or ended")
  @Outcome(expect = FORBIDDEN, desc = "taken, and forgotten")
  @State
  public static class CloseAgainstBegin {
    private final Runspace runspace = open();
    private final AtomicInteger runs = new AtomicInteger();
    private volatile Object begun = "refused";

    /** Begins. */
    @Actor
    public void begins() {
      try {
        begun = runspace.begin(context -> runs.incrementAndGet());
      } catch (InvalidRunspaceStateException refused) {
        // That is what it says already.
      }
    }

    /** Closes. */
    @Actor
    public void closes() {
      runspace.close();
    }

    /** Looks. */
    @Arbiter
    public void look(LI_Result result) {
      result.r1 = begun instanceof Invocation<?> invocation ? invocation.state() : begun;
      result.r2 = runs.get();
    }
  }

  /** Changes of shared values are told in the order in which they were made. */
  @JCStressTest
  @Description("SharedState: change against change")
  @Outcome(id = "[1, 2]", expect = ACCEPTABLE, desc = "both, in order")
  @Outcome(expect = FORBIDDEN, desc = "one lost, or overtaken")
  @State
  public static class ChangeAgainstChange {
    private final Runspace runspace = open();
    private final SharedState shared = new SharedState();
    private final List<Object> told = new ArrayList<>();

    /** Subscribes. */
    public ChangeAgainstChange() {
      shared.announceIn(runspace.events());
      runspace.events().on(SharedStateChanged.class, change -> told.add(change.after()));
    }

    private void count() {
      shared.update("count", before -> before instanceof Integer number ? number + 1 : 1);
    }

    /** Counts. */
    @Actor
    public void one() {
      count();
    }

    /** Counts. */
    @Actor
    public void other() {
      count();
    }

    /** Looks. */
    @Arbiter
    public void look(L_Result result) {
      runspace.close();
      result.r1 = told.toString();
    }
  }
}
