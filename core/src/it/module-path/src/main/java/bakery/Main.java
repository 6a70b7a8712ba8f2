package bakery;

import com.google.common.eventbus.EventBus;
import dev.runspaces.Invocation;
import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventHandler;
import dev.runspaces.stream.Streams;
import dev.runspaces.thread.WaitRefusedException;

/** A day's work, with something of each package of the library; then it ends by itself. */
final class Main {
  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    int earned;
    Streams said;
    try (Runspace shop = Runspaces.open("shop")) {
      Runspace oven = shop.open("oven");
      serveWithoutWaitingFor(oven);

      EventHandler<Event> tell =
          event -> System.out.println(event.source() + ": " + event.payload());
      shop.events().on("LoafBaked", tell);
      shop.bus().register(new Till());
      var town = new EventBus("town"); // made here, so that Guava calls into the library
      shop.connect(town);
      town.post(new LoafSold("bun", 1));

      Invocation<String> baking =
          oven.begin(
              context -> {
                context.writeWarning("nearly too hot");
                context.events().raise("LoafBaked", "rye");
                return "rye";
              });
      String kind = baking.await();
      said = baking.streams();
      earned =
          shop.invoke(
              context -> {
                context.events().post(new LoafSold(kind, 4));
                return 4;
              });
    }
    System.out.println("warnings " + said.warning().snapshot());
    System.out.println("earned " + earned + ", " + Runspaces.count() + " runspaces left open");
  }

  private static void serveWithoutWaitingFor(Runspace oven) throws InterruptedException {
    var counter = new Thread(() -> tryToWaitFor(oven), CounterGuard.COUNTER);
    counter.start();
    counter.join();
  }

  private static void tryToWaitFor(Runspace oven) {
    try {
      String bread = oven.invoke(context -> "bread");
      System.out.println("waited for " + bread);
    } catch (WaitRefusedException refused) {
      System.out.println(refused.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
