package dev.runspaces.benchmarks.contestant;

import dev.runspaces.benchmarks.measure.Message;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageCodec;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Vert.x's local event bus: handlers run on an event loop. */
final class VertxChannel implements Channel {
  private static final String ADDRESS = "messages";

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final EventBus bus = vertx.eventBus();

  VertxChannel(int sources, Consumer<Message> receiver) {
    bus.registerDefaultCodec(Message.class, new AsItIs());
    var unused = bus.<Message>localConsumer(ADDRESS, message -> receiver.accept(message.body()));
  }

  /** Messages stay in this JVM, and so as they are. */
  private static final class AsItIs implements MessageCodec<Message, Message> {
    @Override
    public void encodeToWire(Buffer buffer, Message message) {
      throw new UnsupportedOperationException("messages stay in this JVM");
    }

    @Override
    public Message decodeFromWire(int position, Buffer buffer) {
      throw new UnsupportedOperationException("messages stay in this JVM");
    }

    @Override
    public Message transform(Message message) {
      return message;
    }

    @Override
    public String name() {
      return "as-it-is";
    }

    @Override
    public byte systemCodecID() {
      return -1;
    }
  }

  @Override
  public void send(Message message) {
    bus.publish(ADDRESS, message);
  }

  @Override
  public void close() {
    try {
      Void unused =
          vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("Vert.x does not end", failure);
    }
  }
}
