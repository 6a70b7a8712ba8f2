package dev.runspaces;

import com.google.common.eventbus.AllowConcurrentEvents;
import com.google.common.eventbus.Subscribe;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down the words that it is told on a bus, and on which thread. */
final class Ear {
  private final List<Object> heard = new CopyOnWriteArrayList<>();
  private final List<String> threads = new CopyOnWriteArrayList<>();

  @Subscribe
  @AllowConcurrentEvents
  void on(CharSequence word) {
    heard.add(word);
    threads.add(Thread.currentThread().getName());
  }

  List<Object> heard() {
    return List.copyOf(heard);
  }

  List<String> threads() {
    return List.copyOf(threads);
  }

  /** Waits until everything that was raised in the runspaces has been delivered everywhere. */
  static void settle(Runspace... runspaces) throws InterruptedException {
    for (int round = 0; round <= runspaces.length; round++) {
      for (Runspace runspace : runspaces) {
        runspace.invoke(context -> "what came before is delivered");
      }
    }
  }
}
