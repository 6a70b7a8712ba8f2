package dev.runspaces.benchmarks.contestant;

import com.google.common.eventbus.EventBus;
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
 * This library: a script posts objects on the bus of its own runspace, which has told them when
 * {@code post} returns; or raises events there, and waits for them now and then, which has them
 * delivered on its thread.
 */
final class RunspacePublisher implements Publisher {
  private static final int BATCH = 1_000;
  private static final String BATCH_ENDED = "BatchEnded";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Runspace runspace = Runspaces.open("publisher");
  private final Publication publication;

  private RunspacePublisher(
      BiConsumer<Runspace, Consumer<Message>> subscribe,
      Publication publication,
      List<? extends Consumer<Message>> subscribers) {
    this.publication = publication;
    subscribers.forEach(subscriber -> subscribe.accept(runspace, subscriber));
  }

  /** What a script does to have all of them told. */
  private interface Publication {
    void publish(Message[] messages, Runspace runspace, ScriptContext context)
        throws InterruptedException;
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
        RunspacePublisher::post,
        subscribers);
  }

  /** Posts to lambdas that listen to the type. */
  static Publisher typed(List<? extends Consumer<Message>> subscribers) {
    return new RunspacePublisher(
        (runspace, subscriber) -> runspace.events().on(Message.class, subscriber::accept),
        RunspacePublisher::post,
        subscribers);
  }

  /** Posts to lambdas that listen to the name which an object of that type has as an event. */
  static Publisher named(List<? extends Consumer<Message>> subscribers) {
    return new RunspacePublisher(
        RunspacePublisher::listenToTheName, RunspacePublisher::post, subscribers);
  }

  /** Raises under a name to lambdas that listen to it. */
  static Publisher raised(List<? extends Consumer<Message>> subscribers) {
    return new RunspacePublisher(
        RunspacePublisher::listenToTheName, RunspacePublisher::raise, subscribers);
  }

  private static void listenToTheName(Runspace runspace, Consumer<Message> subscriber) {
    Object unused =
        runspace
            .events()
            .on(
                "Message",
                event -> subscriber.accept((Message) Objects.requireNonNull(event.argument(0))));
  }

  @Override
  public void publish(Message[] messages) throws InterruptedException {
    int unused =
        runspace.invoke(
            context -> {
              publication.publish(messages, runspace, context);
              return messages.length;
            });
  }

  private static void post(Message[] messages, Runspace runspace, ScriptContext context) {
    EventBus bus = runspace.bus();
    for (Message message : messages) {
      bus.post(message);
    }
  }

  private static void raise(Message[] messages, Runspace runspace, ScriptContext context)
      throws InterruptedException {
    int waiting = 0;
    for (Message message : messages) {
      var unused = runspace.events().raise("Message", message);
      if (++waiting == BATCH) {
        haveThemDelivered(context);
        waiting = 0;
      }
    }
    haveThemDelivered(context);
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
