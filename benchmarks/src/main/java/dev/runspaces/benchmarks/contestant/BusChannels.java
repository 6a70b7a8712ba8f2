package dev.runspaces.benchmarks.contestant;

import com.google.common.eventbus.AsyncEventBus;
import dev.runspaces.benchmarks.measure.Message;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.logging.Level;
import net.engio.mbassy.bus.MBassador;
import net.engio.mbassy.bus.config.BusConfiguration;
import net.engio.mbassy.bus.config.Feature;
import org.greenrobot.eventbus.EventBus;
import org.greenrobot.eventbus.Logger;
import org.greenrobot.eventbus.Subscribe;
import org.greenrobot.eventbus.ThreadMode;

/** Event buses, each with one thread that calls subscribers. */
final class BusChannels {
  private BusChannels() {}

  /** Something to call for each message, and something to do at the end. */
  record Calls(Consumer<Message> call, Runnable end) implements Channel {
    @Override
    public void send(Message message) {
      call.accept(message);
    }

    @Override
    public void close() {
      end.run();
    }
  }

  /** Guava's {@code AsyncEventBus} on one thread. */
  static Channel guava(int sources, Consumer<Message> receiver) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    var bus = new AsyncEventBus(thread);
    bus.register(new GuavaPublisher.Listener(receiver));
    return new Calls(bus::post, () -> Shutdown.of(thread));
  }

  /** Hears on greenrobot's background thread. */
  public static final class BackgroundListener {
    private final Consumer<Message> receiver;

    BackgroundListener(Consumer<Message> receiver) {
      this.receiver = receiver;
    }

    /** Hears. */
    @Subscribe(threadMode = ThreadMode.BACKGROUND)
    public void on(Message message) {
      receiver.accept(message);
    }
  }

  /** greenrobot's {@code ThreadMode.BACKGROUND}: without Android, every thread is a main one. */
  static Channel greenrobot(int sources, Consumer<Message> receiver) {
    ExecutorService threads = Executors.newCachedThreadPool();
    EventBus bus = EventBus.builder().executorService(threads).logger(new SilentLogger()).build();
    bus.register(new BackgroundListener(receiver));
    return new Calls(bus::post, () -> Shutdown.of(threads));
  }

  /** It tells that its thread was interrupted, which it always is at the end. */
  private static final class SilentLogger implements Logger {
    @Override
    public void log(Level level, String text) {}

    @Override
    public void log(Level level, String text, Throwable failure) {}
  }

  /** MBassador with one dispatcher. */
  static Channel mBassador(int sources, Consumer<Message> receiver) {
    var bus =
        new MBassador<Message>(
            new BusConfiguration()
                .addPublicationErrorHandler(failure -> {})
                .addFeature(Feature.SyncPubSub.Default())
                .addFeature(Feature.AsynchronousHandlerInvocation.Default(1, 1))
                .addFeature(
                    Feature.AsynchronousMessageDispatch.Default()
                        .setNumberOfMessageDispatchers(1)));
    bus.subscribe(new MBassadorPublisher.Hearer(receiver));
    return new Calls(
        message -> {
          var unused = bus.publishAsync(message);
        },
        bus::shutdown);
  }

  /** Spring's multicaster with an executor of one thread. */
  static Channel spring(int sources, Consumer<Message> receiver) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    SpringPublisher publisher = new SpringPublisher(List.of(receiver)).on(thread);
    return new Calls(publisher::publish, () -> Shutdown.of(thread));
  }
}
