package dev.runspaces.benchmarks.contestant;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.thread.ThreadPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Places where scripts run, by name. */
public final class Scripts {
  public static final String POOLED = "runspace, POOLED";
  public static final String REUSE = "runspace, REUSE";
  public static final String EXECUTOR = "single-thread executor";

  private Scripts() {}

  /** A place where scripts run. */
  public interface Place extends AutoCloseable {
    /** Runs a script elsewhere, and waits for its value. */
    int run(Callable<Integer> script) throws Exception;

    @Override
    void close();
  }

  /** Returns all of them. */
  public static Map<String, Supplier<Place>> all() {
    Map<String, Supplier<Place>> all = new LinkedHashMap<>();
    all.put(POOLED, () -> new InRunspace(ThreadPolicy.POOLED));
    all.put(REUSE, () -> new InRunspace(ThreadPolicy.REUSE));
    all.put("runspace, NEW", () -> new InRunspace(ThreadPolicy.NEW));
    all.put(EXECUTOR, () -> new InExecutor(Executors.newSingleThreadExecutor()));
    all.put("ForkJoinPool, 1 thread", () -> new InExecutor(new ForkJoinPool(1)));
    if (VirtualThreads.exist()) {
      all.put("runspace, VIRTUAL", () -> new InRunspace(ThreadPolicy.VIRTUAL));
      all.put("virtual threads", () -> new InExecutor(VirtualThreads.executor()));
    }
    return all;
  }

  private static final class InRunspace implements Place {
    private final Runspace runspace;

    InRunspace(ThreadPolicy threads) {
      runspace = Runspaces.builder("script").threads(threads).open();
    }

    @Override
    public int run(Callable<Integer> script) throws InterruptedException {
      return runspace.invoke(context -> script.call());
    }

    @Override
    public void close() {
      runspace.close();
    }
  }

  private record InExecutor(ExecutorService executor) implements Place {
    @Override
    public int run(Callable<Integer> script)
        throws InterruptedException, ExecutionException, TimeoutException {
      return executor.submit(script).get(1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
      executor.shutdown();
    }
  }
}
