package dev.runspaces.benchmarks.contestant;

import com.google.common.eventbus.Subscribe;
import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.ScriptContext;
import dev.runspaces.benchmarks.measure.Message;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * This library: a script raises events in its own runspace, and waits for them now and then, which
 * has them delivered on its thread.
 */
final class RunspacePublisher implements Publisher {
  private static final int BATCH = 1_000;
  private static final String BATCH_ENDED = "BatchEnded";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Runspace runspace = Runspaces.open("publisher");
  private final BiConsumer<Runspace, Message> raise;

  private RunspacePublisher(
      BiConsumer<Runspace, Consumer<Message>> subscribe,
      BiConsumer<Runspace, Message> raise,
      List<? extends Consumer<Message>> subscribers) {
    this.raise = raise;
    subscribers.forEach(subscriber -> subscribe.accept(runspace, subscriber));
  }

  /** A class with an annotated method. */
  record Listener(Consumer<Message> subscriber) {
    @Subscribe
    void on(Message message) {
      subscriber.accept(message);
    }
  }

  /** Posts on the runspace's bus to annotated methods. */
  static Publisher annotated(List<? extends Consumer<Message>> subscribers) {
    return new RunspacePublisher(
        (runspace, subscriber) -> runspace.bus().register(new Listener(subscriber)),
        (runspace, message) -> runspace.bus().post(message),
        subscribers);
  }

  /** Posts to lambdas that listen to the type. */
  static Publisher typed(List<? extends Consumer<Message>> subscribers) {
    return new RunspacePublisher(
        (runspace, subscriber) -> runspace.events().on(Message.class, subscriber::accept),
        (runspace, message) -> runspace.events().post(message),
        subscribers);
  }

  /** Raises under a name to lambdas that listen to it. */
  static Publisher named(List<? extends Consumer<Message>> subscribers) {
    return new RunspacePublisher(
        (runspace, subscriber) ->
            runspace
                .events()
                .on(
                    "Message",
                    event ->
                        subscriber.accept((Message) Objects.requireNonNull(event.argument(0)))),
        (runspace, message) -> runspace.events().raise("Message", message),
        subscribers);
  }

  @Override
  public void publish(Message[] messages) throws InterruptedException {
    int unused = runspace.invoke(context -> raiseAll(messages, context));
  }

  private int raiseAll(Message[] messages, ScriptContext context) throws InterruptedException {
    int waiting = 0;
    for (Message message : messages) {
      raise.accept(runspace, message);
      if (++waiting == BATCH) {
        haveThemDelivered(context);
        waiting = 0;
      }
    }
    haveThemDelivered(context);
    return messages.length;
  }

  static void haveThemDelivered(ScriptContext context) throws InterruptedException {
    context.events().raise(BATCH_ENDED);
    if (context.events().await(BATCH_ENDED, PATIENCE).isEmpty()) {
      throw new IllegalStateException("events are not delivered");
    }
  }

  @Override
  public void close() {
    runspace.close();
  }
}
