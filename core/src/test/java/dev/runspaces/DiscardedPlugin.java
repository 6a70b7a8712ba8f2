package dev.runspaces;

import com.google.common.eventbus.Subscribe;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * Code that is loaded by a class loader of its own, uses runspaces in every way, closes them, and
 * is forgotten. It knows public things only.
 */
public final class DiscardedPlugin implements BiConsumer<Runspace, UnaryOperator<RunspaceBuilder>> {

  private static final InheritableThreadLocal<DiscardedPlugin> NOTES =
      new InheritableThreadLocal<>();

  private int heard;

  /** Made by reflection. */
  public DiscardedPlugin() {}

  /** A value of a class that should go with the loader. */
  private record Payload(DiscardedPlugin plugin) {}

  /** A subscriber of such a class. */
  @Subscribe
  void onPayload(Payload payload) {
    payload.plugin.heard++;
  }

  @Override
  public void accept(Runspace host, UnaryOperator<RunspaceBuilder> threads) {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    NOTES.set(this);
    Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    try (Runspace own = threads.apply(Runspaces.builder("plugin")).open();
        Runspace child = threads.apply(host.builder("plugin-child")).open()) {
      use(own);
      use(child);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
      NOTES.remove();
    }
  }

  private void use(Runspace runspace) throws InterruptedException {
    runspace.variables().set("plugin", this);
    runspace.events().on(Payload.class, payload -> {}).messageData();
    runspace.bus().register(this);
    runspace.onStateChanged(change -> heard++);
    runspace.bus().post(new Payload(this));
    runspace.events().raise("Unheard", new Payload(this));
    runspace.invoke(context -> new Payload(this));
    runspace.begin(
        Script.action(
            context -> {
              throw new IllegalStateException("in " + DiscardedPlugin.class);
            }));
    runspace.begin(context -> Runspaces.await(new CompletableFuture<>(), Duration.ofMillis(1)));
    runspace.begin(context -> "done").toFuture().join();
  }
}
