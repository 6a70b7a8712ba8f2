package dev.runspaces;

import dev.runspaces.thread.ThreadPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Every way to say which threads a runspace's code runs on, for tests of what they share. */
enum ThreadChoice {
  REUSE,
  NEW,
  CURRENT,
  POOLED,
  VIRTUAL,
  /** Threads of the program's own, several, so that two pieces of work could meet. */
  BORROWED;

  private static final AtomicInteger LAST_NUMBER = new AtomicInteger();

  /** As a method source: those that this JVM has. */
  static List<ThreadChoice> available() {
    boolean virtual = Runtime.version().feature() >= 21;
    return Arrays.stream(values()).filter(choice -> choice != VIRTUAL || virtual).toList();
  }

  RunspaceBuilder in(RunspaceBuilder builder) {
    return this == BORROWED
        ? builder.threads(Borrowed.THREADS)
        : builder.threads(ThreadPolicy.valueOf(name()));
  }

  Runspace open(String name) {
    return in(Runspaces.builder(name)).open();
  }

  /** Whether the threads are made for the runspace alone, so that nobody else's are seen. */
  boolean makesItsThreads() {
    return this == REUSE || this == NEW || this == POOLED || this == VIRTUAL;
  }

  /** Returns daemon threads, as many as asked for. They are there, and take nothing over later. */
  static ExecutorService threads(int count) {
    var executor =
        new ThreadPoolExecutor(
            count,
            count,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            code -> {
              var thread = new Thread(code, "borrowed-" + LAST_NUMBER.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    executor.prestartAllCoreThreads();
    return executor;
  }

  private static final class Borrowed {
    static final ExecutorService THREADS = threads(4);
  }
}
