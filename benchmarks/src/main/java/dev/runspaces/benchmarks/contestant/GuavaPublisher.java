package dev.runspaces.benchmarks.contestant;

import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.benchmarks.measure.Message;
import java.util.List;
import java.util.function.Consumer;

/** Guava's {@code EventBus}. */
final class GuavaPublisher implements Publisher {
  private final EventBus bus = new EventBus();

  GuavaPublisher(List<? extends Consumer<Message>> subscribers) {
    subscribers.forEach(subscriber -> bus.register(new Listener(subscriber)));
  }

  /** Two of them are two, equal or not. */
  static final class Listener {
    private final Consumer<Message> subscriber;

    Listener(Consumer<Message> subscriber) {
      this.subscriber = subscriber;
    }

    @Subscribe
    void on(Message message) {
      subscriber.accept(message);
    }
  }

  @Override
  public void publish(Message[] messages) {
    for (Message message : messages) {
      bus.post(message);
    }
  }

  @Override
  public void close() {}
}
