package dev.runspaces.benchmarks.contestant;

import dev.runspaces.benchmarks.measure.Message;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.SimpleApplicationEventMulticaster;

/** Spring's {@code SimpleApplicationEventMulticaster}. */
final class SpringPublisher implements Publisher {
  private final SimpleApplicationEventMulticaster multicaster =
      new SimpleApplicationEventMulticaster();

  SpringPublisher(List<? extends Consumer<Message>> subscribers) {
    subscribers.forEach(subscriber -> multicaster.addApplicationListener(new Listener(subscriber)));
  }

  /** Not a lambda: Spring reads from the class what it wants to hear. */
  private static final class Listener
      implements ApplicationListener<PayloadApplicationEvent<Message>> {
    private final Consumer<Message> subscriber;

    Listener(Consumer<Message> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<Message> event) {
      subscriber.accept(event.getPayload());
    }
  }

  SpringPublisher on(Executor executor) {
    multicaster.setTaskExecutor(executor);
    return this;
  }

  void publish(Message message) {
    multicaster.multicastEvent(new PayloadApplicationEvent<>(this, message));
  }

  @Override
  public void publish(Message[] messages) {
    for (Message message : messages) {
      publish(message);
    }
  }

  @Override
  public void close() {
    multicaster.removeAllListeners();
  }
}
