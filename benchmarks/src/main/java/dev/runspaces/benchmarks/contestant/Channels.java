package dev.runspaces.benchmarks.contestant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Those who bring messages to one thread, by name. */
public final class Channels {
  public static final String RUNSPACE = "runspace, posted on its bus";
  public static final String SPINNING = "runspace, spinning";
  public static final String CHILD = "runspace, raised in a child";
  public static final String GUAVA = "Guava AsyncEventBus";
  public static final String RXJAVA = "RxJava observeOn";
  public static final String BLOCKING = "Disruptor, blocking";
  public static final String YIELDING = "Disruptor, yielding";
  public static final String BARE = "JCTools queue, bare thread";
  public static final String EXECUTOR = "single-thread executor";

  private Channels() {}

  /** Returns all of them. */
  public static Map<String, Channel.Factory> all() {
    Map<String, Channel.Factory> all = new LinkedHashMap<>(unbounded());
    all.put("greenrobot BACKGROUND", BusChannels::greenrobot);
    all.put("MBassador, 1 dispatcher", BusChannels::mBassador);
    all.put(RXJAVA, ReactiveChannels::rxJava);
    all.put("Reactor publishOn", ReactiveChannels::reactor);
    all.put("Spring multicaster, 1 thread", BusChannels::spring);
    all.put("Vert.x local bus", VertxChannel::new);
    all.put("SubmissionPublisher", ReactiveChannels::submissionPublisher);
    all.put(SPINNING, RunspaceChannel::spinning);
    all.put(BLOCKING, DisruptorChannel::blocking);
    all.put(YIELDING, DisruptorChannel::yielding);
    if (VirtualThreads.exist()) {
      all.put("virtual thread, JDK queue", ExecutorChannels::virtualThread);
    }
    return all;
  }

  /** Returns some whose queues have no end. */
  public static Map<String, Channel.Factory> unbounded() {
    Map<String, Channel.Factory> some = new LinkedHashMap<>();
    some.put(RUNSPACE, RunspaceChannel::posting);
    some.put(CHILD, RunspaceChannel::fromChildren);
    some.put(GUAVA, BusChannels::guava);
    some.put(BARE, BareQueueChannel::open);
    some.put(EXECUTOR, ExecutorChannels::executor);
    return some;
  }

  /** Returns one of them. */
  public static Channel.Factory named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }
}
