package dev.runspaces.benchmarks.contestant;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.benchmarks.measure.Message;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** This library: events come to an annotated method on the parent's thread. */
final class RunspaceChannel implements Channel {
  private static final Duration LONG_ENOUGH = Duration.ofMillis(10);

  private final Runspace parent;
  private final Consumer<Message> send;

  private RunspaceChannel(Runspace parent, Consumer<Message> receiver, Sending sending) {
    this.parent = parent;
    parent.bus().register(new RunspacePublisher.Listener(receiver));
    send = sending.into(parent);
  }

  /** A way of sending something to a parent. */
  private interface Sending {
    Consumer<Message> into(Runspace parent);
  }

  /** Posted on the parent's bus by threads that are in no runspace. */
  static Channel posting(int sources, Consumer<Message> receiver) {
    return new RunspaceChannel(Runspaces.open("parent"), receiver, parent -> parent.bus()::post);
  }

  /** The same, to a parent that does not sleep between two of them. */
  static Channel spinning(int sources, Consumer<Message> receiver) {
    return new RunspaceChannel(
        Runspaces.builder("parent").spinning(LONG_ENOUGH).open(),
        receiver,
        parent -> parent.bus()::post);
  }

  /** Raised in a child, one for each thread that sends, from where it comes to the parent. */
  static Channel fromChildren(int sources, Consumer<Message> receiver) {
    return new RunspaceChannel(
        Runspaces.open("parent"),
        receiver,
        parent -> {
          Runspace[] children =
              IntStream.range(0, sources)
                  .mapToObj(source -> parent.open("child-" + source))
                  .toArray(Runspace[]::new);
          return message -> {
            var unused = children[message.source()].events().post(message);
          };
        });
  }

  @Override
  public void send(Message message) {
    send.accept(message);
  }

  @Override
  public void close() {
    parent.close();
  }
}
