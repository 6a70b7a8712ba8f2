package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.ObjectEvents;
import dev.runspaces.event.Overflow;
import dev.runspaces.event.Registration;
import dev.runspaces.event.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events of objects that have listeners, in the way of JavaBeans or in another. */
@Timeout(30)
class ObjectEventsTest {
  private final Runspace worker = Runspaces.open("worker");
  private final Heard<Event> heard = new Heard<>();
  private final Thermometer thermometer = new Thermometer();

  @AfterEach
  void close() {
    worker.close();
  }

  /** A listener with two methods. */
  public interface TemperatureListener {
    void temperatureRose(int degrees);

    void temperatureFell(int degrees);
  }

  /** A listener that is asked for something. */
  public interface AlarmListener {
    boolean mayRing(String reason);

    default int volume(int times) {
      return 11 * times;
    }
  }

  /** What every such object has in common. */
  public interface Measuring {
    void addTemperatureListener(TemperatureListener listener);

    void removeTemperatureListener(TemperatureListener listener);
  }

  /** A bean, though its class is not public. */
  static final class Thermometer implements Measuring {
    private final List<TemperatureListener> listeners = new CopyOnWriteArrayList<>();
    private final List<AlarmListener> alarms = new CopyOnWriteArrayList<>();

    @Override
    public void addTemperatureListener(TemperatureListener listener) {
      listeners.add(listener);
    }

    @Override
    public void removeTemperatureListener(TemperatureListener listener) {
      listeners.remove(listener);
    }

    public void addAlarmListener(AlarmListener listener) {
      alarms.add(listener);
    }

    public void removeAlarmListener(AlarmListener listener) {
      alarms.remove(listener);
    }

    public void addBrokenListener(Runnable listener) {
      if (alarms.isEmpty()) {
        throw new UnsupportedOperationException("no more listeners");
      }
    }

    public void removeBrokenListener(Runnable listener) {
      listener.run();
    }

    void rise(int degrees) {
      listeners.forEach(listener -> listener.temperatureRose(degrees));
    }

    void fall(int degrees) {
      listeners.forEach(listener -> listener.temperatureFell(degrees));
    }
  }

  @Nested
  class OfABean {

    @Test
    void areHeardUnderTheNameOfTheListenersMethod() {
      worker.events().onObject(ObjectEvents.of(thermometer, "temperature")).handle(heard);
      thermometer.rise(21);
      thermometer.fall(19);

      assertThat(heard.await(2))
          .extracting(Event::sourceIdentifier)
          .containsExactly("temperatureRose", "temperatureFell");
      assertThat(heard.all()).extracting(Event::payload).containsExactly(21, 19);
      assertThat(heard.all()).allMatch(event -> event.sender() == thermometer);
      assertThat(heard.all()).allMatch(event -> event.source().equals("worker"));
    }

    @Test
    void areFoundWhateverTheCase() {
      worker.events().onObject(ObjectEvents.of(thermometer, "Temperature")).handle(heard);
      thermometer.rise(21);
      assertThat(heard.awaitFirst().argument(0)).isEqualTo(21);
    }

    @Test
    void areHeardByOthersUnderTheirName() {
      var others = new Heard<Event>();
      worker.events().on("temperatureRose", others);
      worker.events().onObject(ObjectEvents.of(thermometer, "temperature")).handle(heard);
      thermometer.rise(21);
      assertThat(others.await(1)).hasSize(1);
      assertThat(heard.await(1)).hasSize(1);
    }

    @Test
    void mayBeGivenAName() {
      worker
          .events()
          .onObject(ObjectEvents.of(thermometer, "temperature").named("Weather"))
          .handle(heard);
      thermometer.fall(3);
      assertThat(heard.awaitFirst().sourceIdentifier()).isEqualTo("Weather");
    }

    @Test
    void areNotDoubledByASecondSubscription() throws InterruptedException {
      var second = new Heard<Event>();
      worker.events().onObject(ObjectEvents.of(thermometer, "temperature")).handle(heard);
      worker.events().onObject(ObjectEvents.of(thermometer, "temperature")).handle(second);
      for (int degrees = 1; degrees <= 3; degrees++) {
        thermometer.rise(degrees);
      }
      Object unused = worker.invoke(context -> "all that was raised before is delivered");

      assertThat(heard.all()).extracting(Event::payload).containsExactly(1, 2, 3);
      assertThat(second.all()).extracting(Event::payload).containsExactly(1, 2, 3);
    }

    @Test
    void aListenerThatIsAskedHasNoOpinion() {
      worker.events().onObject(ObjectEvents.of(thermometer, "alarm")).handle(heard);
      assertThat(thermometer.alarms.get(0).mayRing("fire")).isFalse();
      assertThat(heard.awaitFirst().payload()).isEqualTo("fire");
    }

    @Test
    void aListenerAnswersWithTheDefaultOfItsInterfaceWithoutAnEvent() {
      worker.events().onObject(ObjectEvents.of(thermometer, "alarm")).handle(heard);

      assertThat(thermometer.alarms.get(0).volume(2)).isEqualTo(22);
      worker.close();
      assertThat(heard.all()).isEmpty();
    }

    @Test
    void thatAreTooManyAreAnErrorEventAndNoneOfTheObjects() throws Exception {
      var gate = new Gate();
      var errors = new Heard<ErrorOccurred>();
      try (Runspace small = Runspaces.builder("small").overflow(Overflow.fail(1)).open()) {
        small.events().on(ErrorOccurred.class, errors);
        small
            .events()
            .onObject(ObjectEvents.of(thermometer, "temperature"))
            .handle(event -> gate.pass());
        for (int degrees = 1; degrees <= 3; degrees++) {
          thermometer.rise(degrees);
        }
        gate.open();

        assertThat(errors.awaitFirst().error())
            .hasMessageStartingWith("raising \"temperatureRose\" was refused: 1 events");
      } finally {
        gate.open();
      }
    }

    @Test
    void areToldToEachHandlerOfABuilderOnce() throws Exception {
      var builder = worker.events().onObject(ObjectEvents.of(thermometer, "temperature"));
      var other = new Heard<Event>();
      Subscription first = builder.handle(heard);
      builder.handle(other);

      thermometer.rise(21);
      worker.invoke(context -> "all delivered");
      assertThat(heard.all()).extracting(Event::payload).containsExactly(21);
      assertThat(other.all()).extracting(Event::payload).containsExactly(21);

      first.close();
      thermometer.rise(22);
      worker.invoke(context -> "all delivered");
      assertThat(heard.all()).hasSize(1);
      assertThat(other.all()).extracting(Event::payload).containsExactly(21, 22);
    }

    @Test
    void aListenerIsEqualToItselfAlone() {
      worker.events().onObject(ObjectEvents.of(thermometer, "temperature")).handle(heard);
      worker.events().onObject(ObjectEvents.of(thermometer, "temperature")).handle(heard);
      TemperatureListener first = thermometer.listeners.get(0);

      assertThat(thermometer.listeners.indexOf(first)).isZero();
      assertThat(thermometer.listeners.indexOf(thermometer.listeners.get(1))).isOne();
      assertThat(first.hashCode()).isNotEqualTo(thermometer.listeners.get(1).hashCode());
      assertThat(first).hasToString("TemperatureListener of a runspace");
    }

    @Test
    void thatAreNotThereAreRefusedWithThoseThatAre() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ObjectEvents.of(thermometer, "pressure"))
          .withMessage(
              "dev.runspaces.ObjectEventsTest$Thermometer has no public addPressureListener and"
                  + " removePressureListener that take one interface; it has those for: [alarm,"
                  + " broken, temperature]");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ObjectEvents.of("a text", "property"))
          .withMessageEndingWith("it has none for any listener");
    }

    @Test
    void thatCannotBeListenedToLeaveNothingBehind() {
      ObjectEvents broken = ObjectEvents.of(thermometer, "broken");
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> worker.events().onObject(broken).handle(heard))
          .withMessage("no more listeners");
      assertThat(worker.events().subscriptions()).isEmpty();
    }
  }

  @Nested
  class OfAPairOfMethods {

    @Test
    void areHeardToo() {
      ObjectEvents events =
          ObjectEvents.of(
              TemperatureListener.class,
              thermometer::addTemperatureListener,
              thermometer::removeTemperatureListener);
      try (Subscription subscription = worker.events().onObject(events).handle(heard)) {
        thermometer.rise(5);
        Event event = heard.awaitFirst();
        assertThat(event.payload()).isEqualTo(5);
        assertThat(event.sender()).isNull();
        assertThat(event.subscription()).isSameAs(subscription);
      }
      assertThat(thermometer.listeners).isEmpty();
    }

    @Test
    void mayBeGivenASender() {
      ObjectEvents events =
          ObjectEvents.of(
                  TemperatureListener.class,
                  thermometer::addTemperatureListener,
                  thermometer::removeTemperatureListener)
              .from(thermometer);
      worker.events().onObject(events).handle(heard);
      thermometer.rise(5);
      assertThat(heard.awaitFirst().sender()).isSameAs(thermometer);
    }

    @Test
    void ofAClassAreRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ObjectEvents.of(String.class, listener -> {}, listener -> {}))
          .withMessage("java.lang.String is no interface, and no listener of it can be made up");
    }
  }

  @Nested
  class TheListener {

    @Test
    void goesWithTheSubscription() {
      Subscription subscription =
          worker.events().onObject(ObjectEvents.of(thermometer, "temperature")).handle(heard);
      assertThat(thermometer.listeners).hasSize(1);
      subscription.close();
      subscription.close();
      assertThat(thermometer.listeners).isEmpty();
    }

    @Test
    void goesWithTheRunspace() {
      worker.events().onObject(ObjectEvents.of(thermometer, "temperature")).handle(heard);
      worker.events().listenTo(ObjectEvents.of(thermometer, "temperature"));
      assertThat(thermometer.listeners).hasSize(2);
      worker.close();
      assertThat(thermometer.listeners).isEmpty();
    }

    @Test
    void goesAfterSoManyTriggers() {
      worker
          .events()
          .onObject(ObjectEvents.of(thermometer, "temperature"))
          .maxTriggers(2)
          .handle(heard);
      thermometer.rise(1);
      thermometer.rise(2);
      heard.await(2);
      eventually(() -> assertThat(thermometer.listeners).isEmpty());
    }

    @Test
    void thatIsCalledTooLateDoesNoHarm() {
      worker.events().onObject(ObjectEvents.of(thermometer, "temperature")).handle(heard);
      TemperatureListener kept = thermometer.listeners.get(0);
      worker.close();
      kept.temperatureRose(99);
      assertThat(heard.all()).isEmpty();
    }
  }

  @Nested
  class WithoutAHandler {

    @Test
    void stayPending() {
      worker.events().listenTo(ObjectEvents.of(thermometer, "temperature"));
      thermometer.rise(21);
      eventually(() -> assertThat(worker.events().pending("temperature*")).hasSize(1));
    }

    @Test
    void areWaitedFor() throws InterruptedException {
      worker.events().listenTo(ObjectEvents.of(thermometer, "temperature"));
      thermometer.fall(-1);
      Event event = worker.events().await("temperatureFell", Duration.ofSeconds(10)).orElseThrow();
      assertThat(event.payload()).isEqualTo(-1);
    }

    @Test
    void endWithTheHandle() {
      Registration listening =
          worker.events().listenTo(ObjectEvents.of(thermometer, "temperature"));
      assertThat(worker.events().subscriptions()).isEmpty();
      listening.close();
      assertThat(thermometer.listeners).isEmpty();
    }
  }
}
