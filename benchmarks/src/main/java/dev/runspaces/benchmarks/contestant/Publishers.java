package dev.runspaces.benchmarks.contestant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Those who tell subscribers on the thread that publishes, by name. */
public final class Publishers {
  public static final String ANNOTATED = "runspace, @Subscribe";
  public static final String TYPED = "runspace, lambda for a type";
  public static final String NAMED = "runspace, lambda for a name";
  public static final String RAISED = "runspace, raised under a name";
  public static final String GUAVA = "Guava EventBus";

  private Publishers() {}

  /** Returns all of them. */
  public static Map<String, Publisher.Factory> all() {
    Map<String, Publisher.Factory> all = new LinkedHashMap<>();
    all.put(ANNOTATED, RunspacePublisher::annotated);
    all.put(TYPED, RunspacePublisher::typed);
    all.put(NAMED, RunspacePublisher::named);
    all.put(RAISED, RunspacePublisher::raised);
    all.put(GUAVA, GuavaPublisher::new);
    all.put("greenrobot EventBus", GreenrobotPublisher::new);
    all.put("MBassador", MBassadorPublisher::new);
    all.put("RxJava PublishSubject", ReactivePublishers::rxJava);
    all.put("Reactor multicast sink", ReactivePublishers::reactor);
    all.put("Spring multicaster", SpringPublisher::new);
    return all;
  }

  /** Returns one of them. */
  public static Publisher.Factory named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }
}
