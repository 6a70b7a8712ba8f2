package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.EventOverflowException;
import dev.runspaces.event.Overflow;
import dev.runspaces.event.Registration;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SharedStateTest {
  private final SharedState shared = new SharedState();

  @Nested
  class Values {

    @Test
    void arePutAndGotIgnoringCase() {
      shared.put("Colour", "red");
      shared.put("COLOUR", "blue");

      assertThat(shared.get("colour", String.class)).contains("blue");
      assertThat(shared.snapshot()).hasSize(1);
      assertThat(shared.get("size", String.class)).isEmpty();
    }

    @Test
    void ofAnotherTypeAreRefusedByName() {
      shared.put("size", 7);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> shared.get("size", String.class))
          .withMessage("key \"size\" is a java.lang.Integer, not a java.lang.String");
    }

    @Test
    void areRemoved() {
      shared.put("size", 7);
      shared.remove("SIZE");
      shared.remove("never there");

      assertThat(shared.snapshot()).isEmpty();
    }

    @Test
    void areComputedFromTheOneBefore() {
      assertThat(shared.update("size", before -> before == null ? 1 : 0)).contains(1);
      assertThat(shared.update("size", before -> (int) (before == null ? 0 : before) + 1))
          .contains(2);
      assertThat(removeByUpdate("size")).isEmpty();
      assertThat(shared.snapshot()).isEmpty();
    }

    @SuppressWarnings("NullAway") // does not see that the lambda may return null
    private Optional<Object> removeByUpdate(String key) {
      return shared.update(key, before -> null);
    }

    @Test
    void stayAsTheyWereWhenTheComputationThrows() {
      shared.put("size", 7);

      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(
              () ->
                  shared.update(
                      "size",
                      before -> {
                        throw new ArithmeticException();
                      }));
      assertThat(shared.get("size", Integer.class)).contains(7);
    }

    @Test
    void loseNoUpdateOfManyThreads() throws Exception {
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < 4; i++) {
        var thread =
            new Thread(
                () -> {
                  for (int j = 0; j < 2_500; j++) {
                    shared.update("count", before -> before == null ? 1 : (int) before + 1);
                  }
                });
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }

      assertThat(shared.get("count", Integer.class)).contains(10_000);
    }

    @Test
    void areCopiedAtOneMoment() {
      shared.put("size", 7);
      Map<String, Object> snapshot = shared.snapshot();
      shared.put("size", 8);

      assertThat(snapshot).containsExactly(Map.entry("size", 7));
      assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(snapshot::clear);
    }

    @Test
    void areSeenByEveryRunspaceThatWasGivenThem() throws Exception {
      try (Runspace writer = Runspaces.builder("writer").variable("shared", shared).open();
          Runspace reader = Runspaces.builder("reader").variable("shared", shared).open()) {
        writer.invoke(
            Script.action(
                context -> context.variables().get("shared", SharedState.class).put("size", 7)));
        int size =
            reader.invoke(
                context ->
                    context
                        .variables()
                        .get("shared", SharedState.class)
                        .get("size", Integer.class)
                        .orElseThrow());

        assertThat(size).isEqualTo(7);
      }
    }
  }

  @Nested
  class Announcements {
    private final Heard<SharedStateChanged> heard = new Heard<>();
    private final Runspace listener = Runspaces.open("listener");

    @AfterEach
    void close() {
      listener.close();
    }

    @Test
    void tellOfEachChangeFromThenOn() {
      shared.put("size", 1);
      listener.events().on(SharedStateChanged.class, heard);
      shared.announceIn(listener.events());
      shared.announceIn(listener.events());

      shared.put("size", 2);
      shared.remove("size");
      shared.remove("size");
      listener.close();

      assertThat(heard.all())
          .containsExactly(
              new SharedStateChanged("size", 1, 2), new SharedStateChanged("size", 2, null));
    }

    @Test
    void endWhenTheirRegistrationIsClosed() {
      listener.events().on(SharedStateChanged.class, heard);
      Registration announcing = shared.announceIn(listener.events());
      shared.put("size", 1);
      announcing.close();
      announcing.close();
      shared.put("size", 2);
      listener.close();

      assertThat(heard.all()).containsExactly(new SharedStateChanged("size", null, 1));
    }

    @Test
    void comeInTheOrderOfTheChanges() throws Exception {
      listener.events().on(SharedStateChanged.class, heard);
      shared.announceIn(listener.events());
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < 4; i++) {
        var thread =
            new Thread(
                () -> {
                  for (int j = 0; j < 500; j++) {
                    shared.update("count", before -> before == null ? 1 : (int) before + 1);
                  }
                });
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
      listener.close();

      List<Object> expected = IntStream.rangeClosed(1, 2_000).<Object>mapToObj(i -> i).toList();
      assertThat(heard.all()).<Object>extracting(SharedStateChanged::after).isEqualTo(expected);
    }

    @Test
    void endWithTheRunspaceAndChangesGoOn() {
      shared.announceIn(listener.events());
      listener.close();

      shared.put("size", 1);

      assertThat(shared.get("size", Integer.class)).contains(1);
    }

    @Test
    void areKeptForARunspaceThatIsOpenedLater() {
      Runspace later = Runspaces.builder("later").create();
      shared.announceIn(later.events());
      shared.put("size", 1);
      later.events().on(SharedStateChanged.class, heard);
      later.open();
      shared.put("size", 2);
      later.close();

      assertThat(heard.all()).containsExactly(new SharedStateChanged("size", 1, 2));
    }

    @Test
    void endWithTheLastOfTheirRegistrationsEachOfWhichIsClosedOnce() {
      listener.events().on(SharedStateChanged.class, heard);
      Registration first = shared.announceIn(listener.events());
      first.close();
      Registration second = shared.announceIn(listener.events());
      Registration third = shared.announceIn(listener.events());
      first.close();
      shared.put("size", 1);
      second.close();
      shared.put("size", 2);
      third.close();
      shared.put("size", 3);
      listener.close();

      assertThat(heard.all())
          .containsExactly(
              new SharedStateChanged("size", null, 1), new SharedStateChanged("size", 1, 2));
    }

    @Test
    void keepNoRunspaceThatIsClosed() {
      var closed = new WeakReference<>(announcedAndClosed());

      eventually(
          () -> {
            System.gc();
            assertThat(closed.get()).isNull();
          });
    }

    private Object announcedAndClosed() {
      Runspace brief = Runspaces.open("brief");
      shared.announceIn(brief.events());
      Object events = brief.events();
      brief.close();
      return events;
    }
  }

  /** Announced in a runspace that takes one event at a time, and in one that takes all. */
  @Nested
  class AnnouncementsWithoutRoom {
    private final Gate gate = new Gate();
    private final Heard<SharedStateChanged> heard = new Heard<>();
    private final Heard<SharedStateChanged> elsewhere = new Heard<>();
    private final Heard<ErrorOccurred> errors = new Heard<>();
    private final Runspace other = Runspaces.open("other");
    private Runspace narrow = Runspaces.open("unused");

    @AfterEach
    void close() {
      gate.open();
      narrow.close();
      other.close();
    }

    private void announceIn(Overflow overflow) {
      narrow.close();
      narrow = Runspaces.builder("narrow").overflow(overflow).open();
      narrow.events().on(SharedStateChanged.class, heard);
      narrow.events().on(ErrorOccurred.class, errors);
      other.events().on(SharedStateChanged.class, elsewhere);
      shared.announceIn(narrow.events());
      shared.announceIn(other.events());
    }

    private void hold() throws InterruptedException {
      var held = new Gate();
      narrow.begin(
          Script.action(
              context -> {
                held.open();
                gate.passInSpiteOfInterrupts();
              }));
      held.pass();
    }

    @Test
    void areMissedThereAloneAndTheChangeStands() throws Exception {
      announceIn(Overflow.fail(1));
      hold();
      shared.put("size", 1);
      shared.put("size", 2);
      shared.put("size", 3);

      assertThat(shared.get("size", Integer.class)).contains(3);
      assertThat(elsewhere.await(3)).extracting(SharedStateChanged::after).containsExactly(1, 2, 3);
      gate.open();
      narrow.close();
      assertThat(heard.all()).containsExactly(new SharedStateChanged("size", null, 1));
    }

    @Test
    void areAnErrorThereOnceUntilThereIsRoomAgain() throws Exception {
      announceIn(Overflow.fail(1));
      hold();
      shared.put("size", 1);
      shared.put("size", 2);
      shared.put("size", 3);
      gate.open();
      narrow.invoke(context -> "all delivered");

      assertThat(errors.all())
          .singleElement()
          .satisfies(
              it ->
                  assertThat(it.error())
                      .isInstanceOf(EventOverflowException.class)
                      .hasMessageStartingWith(
                          "raising \"SharedStateChanged\" was refused: 1 events"));
      shared.put("size", 4);
      narrow.close();
      assertThat(heard.all()).extracting(SharedStateChanged::after).containsExactly(1, 4);
    }

    @Test
    void areNoErrorWhereNothingIsChanged() throws Exception {
      announceIn(Overflow.fail(1));
      hold();
      shared.put("size", 1);
      shared.put("size", shared.get("size", Integer.class).orElseThrow());
      gate.open();
      narrow.close();

      assertThat(errors.all()).isEmpty();
    }

    @Test
    void holdUpWhoMakesTheChangeAndNobodyWhoAsks() throws Exception {
      announceIn(Overflow.block(1, Duration.ofSeconds(15)));
      narrow
          .events()
          .on(SharedStateChanged.class, change -> shared.get(change.key(), Integer.class));
      for (int i = 1; i <= 500; i++) {
        shared.put("size", i);
      }
      narrow.close();

      assertThat(errors.all()).isEmpty();
      assertThat(heard.all())
          .<Object>extracting(SharedStateChanged::after)
          .isEqualTo(IntStream.rangeClosed(1, 500).<Object>mapToObj(i -> i).toList());
    }

    @Test
    void areWaitedForBeforeTheChangeIsMade() throws Exception {
      announceIn(Overflow.block(1, Duration.ofSeconds(15)));
      hold();
      shared.put("size", 1);
      var second = new Thread(() -> shared.put("size", 2));
      second.start();
      eventually(() -> assertThat(second.getState()).isEqualTo(Thread.State.TIMED_WAITING));
      assertThat(shared.get("size", Integer.class)).contains(1);
      gate.open();
      second.join(10_000);

      assertThat(shared.get("size", Integer.class)).contains(2);
      assertThat(elsewhere.await(2)).hasSize(2);
    }

    @Test
    void areMadeAllTheSameWhenThereWasNoRoomInTime() throws Exception {
      announceIn(Overflow.block(1, Duration.ofMillis(20)));
      hold();
      shared.put("size", 1);
      shared.put("size", 2);

      assertThat(shared.get("size", Integer.class)).contains(2);
      assertThat(elsewhere.await(2)).hasSize(2);
      gate.open();
      assertThat(errors.awaitFirst().error()).isInstanceOf(EventOverflowException.class);
    }

    @Test
    void comeInTheOrderOfTheChangesAlsoWhereAHandlerMakesSome() throws Exception {
      announceIn(Overflow.block(2, Duration.ofSeconds(15)));
      narrow
          .events()
          .on(
              SharedStateChanged.class,
              change -> {
                if (change.key().equals("count")) {
                  shared.put("seen", change.after() == null ? "nothing" : change.after());
                }
              });
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < 3; i++) {
        var thread =
            new Thread(
                () -> {
                  for (int j = 0; j < 200; j++) {
                    shared.update("count", before -> before == null ? 1 : (int) before + 1);
                  }
                });
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join(10_000);
      }
      List<Object> expected = IntStream.rangeClosed(1, 600).<Object>mapToObj(i -> i).toList();
      eventually(() -> assertThat(heard.all()).hasSize(1_200));

      assertThat(heard.all().stream().filter(change -> change.key().equals("count")))
          .<Object>extracting(SharedStateChanged::after)
          .isEqualTo(expected);
      assertThat(elsewhere.await(1_200).stream().filter(change -> change.key().equals("count")))
          .<Object>extracting(SharedStateChanged::after)
          .isEqualTo(expected);
      assertThat(errors.all()).isEmpty();
    }
  }

  @Nested
  class Listeners {
    private final List<SharedStateChanged> told = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    @Test
    void areToldByTheThreadThatMakesTheChangeBeforeItGoesOn() {
      shared.put("size", 1);
      shared.onChange(told::add);

      shared.put("size", 2);
      assertThat(told).containsExactly(new SharedStateChanged("size", 1, 2));
      shared.remove("size");
      shared.remove("size");
      assertThat(told).hasSize(2).endsWith(new SharedStateChanged("size", 2, null));
    }

    @Test
    void mayAskAndChangeWhatTheyAreToldOf() {
      shared.onChange(
          change -> {
            if (change.key().equals("size")) {
              shared.put("double", 2 * shared.get("size", Integer.class).orElseThrow());
            }
          });

      shared.put("size", 2);

      assertThat(shared.get("double", Integer.class)).contains(4);
    }

    @Test
    void areToldOfChangesWithinOthersWhenAllAreMade() {
      shared.put("a", 1);
      shared.onChange(told::add);
      shared.onChange(change -> seen.add(shared.snapshot().toString()));

      shared.update(
          "a",
          before -> {
            shared.put("b", 2);
            shared.put("a", 5);
            assertThat(told).isEmpty();
            return before;
          });

      assertThat(told)
          .containsExactly(
              new SharedStateChanged("b", null, 2),
              new SharedStateChanged("a", 1, 5),
              new SharedStateChanged("a", 5, 1));
      assertThat(seen).containsOnly("{a=1, b=2}");
    }

    @Test
    void areToldOfWhatWasChangedBeforeAFunctionFailed() {
      shared.onChange(told::add);

      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  shared.update(
                      "a",
                      before -> {
                        shared.put("b", 2);
                        throw new IllegalStateException("halfway");
                      }));

      assertThat(told).containsExactly(new SharedStateChanged("b", null, 2));
    }

    @Test
    void holdUpNobodyElse() throws Exception {
      shared.onChange(
          change -> {
            if (change.key().equals("slow")) {
              var other = new Thread(() -> shared.put("quick", 1));
              other.start();
              awaitEndOf(other);
            }
          });

      shared.put("slow", 1);

      assertThat(shared.get("quick", Integer.class)).contains(1);
    }

    private void awaitEndOf(Thread thread) {
      try {
        thread.join(10_000);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    @Test
    void areToldNothingOnceTheirRegistrationIsClosedNotEvenOfThisChange() {
      var registrations = new ArrayList<Registration>();
      shared.onChange(change -> registrations.get(0).close());
      registrations.add(shared.onChange(told::add));

      shared.put("size", 1);
      registrations.get(0).close();
      shared.put("size", 2);

      assertThat(told).isEmpty();
    }

    @Test
    void areTakenBackOneByOne() {
      Consumer<SharedStateChanged> same = told::add;
      Registration first = shared.onChange(same);
      shared.onChange(same);
      first.close();

      shared.put("size", 1);

      assertThat(told).hasSize(1);
    }

    @Test
    void failWithWhoMadeTheChangeWhenAllOthersHaveBeenTold() {
      shared.onChange(
          change -> {
            throw new IllegalStateException("first");
          });
      shared.onChange(
          change -> {
            throw new AssertionError("second");
          });
      shared.onChange(told::add);

      assertThatIllegalStateException()
          .isThrownBy(() -> shared.put("size", 1))
          .withMessage("first")
          .satisfies(first -> assertThat(first.getSuppressed()).hasSize(1));
      assertThat(told).hasSize(1);
      assertThat(shared.get("size", Integer.class)).contains(1);
    }
  }
}
