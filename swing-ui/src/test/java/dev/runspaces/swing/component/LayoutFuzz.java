package dev.runspaces.swing.component;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.window.Layout;
import dev.runspaces.swing.window.LayoutWindow;
import dev.runspaces.swing.window.Layouts;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loads random layouts, opens, paints and closes those that are right, and prints what ends in
 * anything but a window or a {@link LayoutException}. A program, so that it can be run with little
 * memory: {@code seed seconds}. It ends with 0 if nothing was found.
 */
final class LayoutFuzz {
  /** For one layout, on a machine that may be busy. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final PrintStream OUT = System.out;

  /** What layouts show and repeat; values come from data as hostile as the layouts are. */
  private static final Map<String, Object> DATA =
      Map.of("text", "<html><img src='x'>&\u202e", "list", List.of("a", 1), "none", List.of());

  private final Map<String, String> findings = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile String current = "";
  private volatile long started = System.nanoTime();
  private int windows;
  private int refused;

  public static void main(String[] args) throws Exception {
    long seed = Long.parseLong(args[0]);
    System.exit(new LayoutFuzz().run(seed, Duration.ofSeconds(Long.parseLong(args[1]))) ? 0 : 1);
  }

  private boolean run(long seed, Duration duration) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> found(failure));
    ProxySelector.setDefault(new NoConnections());
    long end = System.nanoTime() + duration.toNanos();
    try (var listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Runspace runspace = Runspaces.open("fuzz")) {
      startThread("listener", () -> listen(listening));
      startThread("hang-watch", this::watchForHangs);
      var values = new HostileValues("http://127.0.0.1:" + listening.getLocalPort() + "/");
      long number = seed;
      while (System.nanoTime() < end) {
        Random random = new Random(number);
        var layout = new RandomLayout(random, ComponentRegistry.standard(), values);
        current = layout.write();
        started = System.nanoTime();
        tryOut(number, runspace);
        number++;
      }
      OUT.printf(
          "%d layouts from seed %d: %d windows, %d refused, %d connections, %d findings%n",
          number - seed, seed, windows, refused, connections.get(), findings.size());
      Map<String, String> all = Map.copyOf(findings);
      all.values().forEach(OUT::println);
      return all.isEmpty() && connections.get() == 0;
    }
  }

  private void tryOut(long number, Runspace runspace) throws InterruptedException {
    try {
      Layout layout =
          Layouts.using(ComponentRegistry.standard())
              .fromText("fuzz.xml", current)
              .model("data", DATA);
      try (LayoutWindow window = layout.openOffscreen(runspace)) {
        window.paint(0.1);
        Edt.call(() -> true); // what it has put into the EDT's queue
      }
      windows++;
    } catch (LayoutException refusal) {
      if (refusal.getCause() == null) {
        refused++;
      } else { // by a component of Swing's: the layout should have been refused when it was loaded
        found(refusal.getCause());
      }
    } catch (RuntimeException | Error failure) {
      failure.addSuppressed(new IllegalStateException("seed " + number));
      found(failure);
    }
  }

  private void found(Throwable failure) {
    StackTraceElement[] stack = failure.getStackTrace();
    var text = new StringBuilder(failure.toString());
    for (int index = 0; index < Math.min(stack.length, 25); index++) {
      text.append("\n  at ").append(stack[index]);
    }
    for (Throwable seed : failure.getSuppressed()) {
      text.append("\n  ").append(seed.getMessage());
    }
    String place = failure.getClass().getName() + (stack.length == 0 ? "" : stack[0]);
    if (findings.putIfAbsent(place, text + "\n" + current) == null) {
      OUT.println("FOUND " + text + "\n" + current);
    }
  }

  /** A hang cannot be ended, so the program is. */
  private void watchForHangs() {
    try {
      while (true) {
        Thread.sleep(500);
        if (System.nanoTime() - started > LONGEST.toNanos()) {
          OUT.println("FOUND a layout that took more than " + LONGEST + ":\n" + current);
          Thread.getAllStackTraces()
              .forEach((thread, stack) -> OUT.println(thread + " " + List.of(stack)));
          Runtime.getRuntime().halt(3);
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(ServerSocket socket) {
    try {
      while (true) {
        socket.accept().close();
        connections.incrementAndGet();
        OUT.println("FOUND a connection:\n" + current);
      }
    } catch (IOException closed) {
      // at the end
    }
  }

  private static void startThread(String name, Runnable code) {
    Thread thread = new Thread(code, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Is asked before every connection, of sockets as well. */
  private final class NoConnections extends ProxySelector {
    @Override
    public List<Proxy> select(URI address) {
      connections.incrementAndGet();
      throw new IllegalStateException("a connection to " + address);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
      connections.incrementAndGet();
    }
  }
}
