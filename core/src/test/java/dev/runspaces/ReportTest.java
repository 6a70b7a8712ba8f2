package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.Report.InvocationLine;
import dev.runspaces.Report.JobLine;
import dev.runspaces.Report.PoolLine;
import dev.runspaces.Report.RunspaceLine;
import dev.runspaces.Report.SubscriptionLine;
import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventCounts;
import dev.runspaces.event.Overflow;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What there is, as a value and as a table. */
@Timeout(30)
class ReportTest {

  @Nested
  class AsAValue {
    private final Gate started = new Gate();
    private final Gate gate = new Gate();
    private final Runspace parent =
        Runspaces.builder("parent").overflow(Overflow.dropOldest(2)).open();
    private final Runspace child = parent.open("child");

    @AfterEach
    void close() {
      gate.open();
      parent.close();
    }

    private RunspaceLine lineOf(Runspace runspace) {
      return Runspaces.report().runspaces().stream()
          .filter(line -> line.id() == runspace.id())
          .findFirst()
          .orElseThrow();
    }

    private Invocation<?> occupy(Runspace runspace) throws InterruptedException {
      Invocation<?> busy =
          runspace.begin(
              Script.action(
                  context -> {
                    context.write("so far");
                    started.open();
                    gate.pass();
                  }));
      started.pass();
      return busy;
    }

    @Test
    void tellsWhatRunspacesThereAreAndWhoseChildrenTheyAre() {
      assertThat(lineOf(parent).name()).isEqualTo("parent");
      assertThat(lineOf(parent).parent()).isNull();
      assertThat(lineOf(child).parent()).isEqualTo(parent.id());
      assertThat(lineOf(child).state()).isEqualTo(RunspaceState.OPENED);
      assertThat(lineOf(child).availability()).isEqualTo(RunspaceAvailability.AVAILABLE);
    }

    @Test
    void tellsWhatRunsAndHowMuchItHasWritten() throws Exception {
      Invocation<?> unused = occupy(child);
      Invocation<?> next = child.begin(context -> "next");

      assertThat(lineOf(child).availability()).isEqualTo(RunspaceAvailability.BUSY);
      assertThat(lineOf(child).invocations())
          .containsExactlyInAnyOrder(
              new InvocationLine(InvocationState.RUNNING, 1), new InvocationLine(next.state(), 0));
    }

    @Test
    void tellsWhoListensToWhatAndHowOften() throws Exception {
      var heard = new Heard<Event>();
      long id = child.events().on("Clicked", heard).id();
      child.events().on("Hidden").hidden().handle(event -> {});
      child.events().raise("Clicked");
      heard.awaitFirst();

      assertThat(lineOf(child).subscriptions())
          .containsExactly(new SubscriptionLine(id, "Clicked", 1));
    }

    @Test
    void countsWhatIsDeliveredAndHowOftenAHandlerFails() throws Exception {
      child.events().on("Tick", event -> {});
      child
          .events()
          .on(
              "Fails",
              event -> {
                throw new IllegalStateException("on purpose");
              });
      parent.events().on(EngineEvents.ERRORS_OCCURRED, event -> {});
      child.invoke(context -> "what opening it has told is delivered before this");
      EventCounts before = lineOf(child).events();

      child.events().raise("Tick");
      child.events().raise("Tick");
      child.events().raise("Fails");
      child.invoke(context -> "what was raised before is delivered before this");

      // The failure is an event, too, behind those three.
      eventually(
          () -> assertThat(lineOf(child).events().delivered() - before.delivered()).isEqualTo(4));
      assertThat(lineOf(child).events().failed() - before.failed()).isEqualTo(1);
    }

    @Test
    void listsPoolsAndTheirQueues() throws Exception {
      try (RunspacePool pool = Runspaces.pool("images").parent(child).maximum(1).open()) {
        pool.begin(
            Script.action(
                context -> {
                  started.open();
                  gate.pass();
                }));
        started.pass();
        pool.begin(context -> "waits");

        assertThat(Runspaces.report().pools())
            .containsExactly(new PoolLine(pool.runspace().id(), "images", 1, 0, 1, 1));
      }
      assertThat(Runspaces.report().pools()).isEmpty();
    }

    @Test
    void countsWhatIsRaisedPendingAndDropped() throws Exception {
      parent.events().on("Tick", event -> {});
      Invocation<?> busy = occupy(parent);
      long raisedBefore = lineOf(child).events().raised();
      for (int number = 1; number <= 5; number++) {
        child.events().raise("Tick");
      }
      EventCounts above = lineOf(parent).events();
      assertThat(above.pending()).isEqualTo(2);
      assertThat(above.dropped()).isEqualTo(3);
      assertThat(above.highWaterMark()).isEqualTo(2);
      assertThat(lineOf(child).events().raised() - raisedBefore).isEqualTo(5);

      gate.open();
      busy.await();
    }

    @Test
    void aSnapshotDoesNotChange() {
      Report before = Runspaces.report();
      child.close();

      assertThat(before.runspaces()).extracting(RunspaceLine::name).contains("parent", "child");
      assertThat(Runspaces.report().runspaces())
          .extracting(RunspaceLine::name)
          .contains("parent")
          .doesNotContain("child");
    }

    @Test
    void listsJobsUntilTheyAreRemoved() throws Exception {
      Job<?> job = Jobs.start("backup", context -> "done");
      job.invocation().await();
      assertThat(Runspaces.report().jobs())
          .contains(new JobLine(job.id(), "backup", InvocationState.COMPLETED));

      job.remove();
      assertThat(Runspaces.report().jobs()).extracting(JobLine::id).doesNotContain(job.id());
    }
  }

  @Nested
  class AsATable {

    private static RunspaceLine line(long id, String name, @Nullable Long parent) {
      return new RunspaceLine(
          id,
          name,
          parent,
          RunspaceState.OPENED,
          RunspaceAvailability.AVAILABLE,
          List.of(new InvocationLine(InvocationState.NOT_STARTED, 0)),
          List.of(),
          new EventCounts(12_345, 6, 7, 8, 9, 10, 11, 12));
    }

    @Test
    void childrenAreBelowTheirParentsAndNumbersToTheRight() {
      var report =
          new Report(
              List.of(line(1, "main", null), line(2, "other", null), line(10, "gui", 1L)),
              List.of(new PoolLine(2, "other", 3, 1, 16, 200)),
              List.of(new JobLine(3, "backup", InvocationState.RUNNING)));

      assertThat(report)
          .hasToString(
              """
              RUNSPACE  ID  STATE   AVAILABLE  SCRIPTS  SUBSCRIPTIONS  RAISED  DELIVERED  PENDING  UNHEARD  DROPPED  REPLACED  FAILED  MOST PENDING
              main       1  OPENED  AVAILABLE        1              0   12345          6        7        8        9        10      11            12
                gui     10  OPENED  AVAILABLE        1              0   12345          6        7        8        9        10      11            12
              other      2  OPENED  AVAILABLE        1              0   12345          6        7        8        9        10      11            12

              POOL   ID  SIZE  MINIMUM  MAXIMUM  QUEUED
              other   2     3        1       16     200

              JOB     ID  STATE
              backup   3  RUNNING""");
    }

    @Test
    void aChildWhoseParentHasGoneIsAtTheRoot() {
      var report = new Report(List.of(line(7, "orphan", 6L)), List.of(), List.of());

      assertThat(report.toString().lines().skip(1))
          .hasSize(1)
          .first()
          .asString()
          .startsWith("orphan");
    }

    @Test
    void nothingIsAHeader() {
      assertThat(new Report(List.of(), List.of(), List.of()).toString())
          .startsWith("RUNSPACE  ID  STATE")
          .doesNotContain("\n");
    }
  }
}
