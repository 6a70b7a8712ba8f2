package dev.runspaces.benchmarks.contestant;

import dev.runspaces.benchmarks.measure.Message;
import java.util.List;
import java.util.function.Consumer;
import org.greenrobot.eventbus.EventBus;
import org.greenrobot.eventbus.Subscribe;

/** greenrobot's {@code EventBus}, {@code ThreadMode.POSTING}. */
final class GreenrobotPublisher implements Publisher {
  private final EventBus bus = EventBus.builder().build();

  GreenrobotPublisher(List<? extends Consumer<Message>> subscribers) {
    subscribers.forEach(subscriber -> bus.register(new Listener(subscriber)));
  }

  /** Public, as greenrobot wants it. */
  public static final class Listener {
    private final Consumer<Message> subscriber;

    Listener(Consumer<Message> subscriber) {
      this.subscriber = subscriber;
    }

    /** Hears. */
    @Subscribe
    public void on(Message message) {
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
