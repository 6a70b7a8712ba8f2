package dev.runspaces.benchmarks.contestant;

import dev.runspaces.benchmarks.measure.Message;
import java.util.List;
import java.util.function.Consumer;
import net.engio.mbassy.bus.SyncMessageBus;
import net.engio.mbassy.listener.Handler;
import net.engio.mbassy.listener.Listener;
import net.engio.mbassy.listener.References;

/** MBassador, publishing synchronously. */
final class MBassadorPublisher implements Publisher {
  private final SyncMessageBus<Message> bus = new SyncMessageBus<>(failure -> {});

  MBassadorPublisher(List<? extends Consumer<Message>> subscribers) {
    subscribers.forEach(subscriber -> bus.subscribe(new Hearer(subscriber)));
  }

  /** Kept by the bus itself. */
  @Listener(references = References.Strong)
  public static final class Hearer {
    private final Consumer<Message> subscriber;

    Hearer(Consumer<Message> subscriber) {
      this.subscriber = subscriber;
    }

    /** Hears. */
    @Handler
    public void on(Message message) {
      subscriber.accept(message);
    }
  }

  @Override
  public void publish(Message[] messages) {
    for (Message message : messages) {
      var unused = bus.publish(message);
    }
  }

  @Override
  public void close() {}
}
