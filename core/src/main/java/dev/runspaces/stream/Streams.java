package dev.runspaces.stream;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What scripts write: seven streams, each a collection of its own, and {@link #all} of them in one
 * common order. PowerShell's {@code PowerShell.Streams}, together with the output.
 *
 * <p>Each item is in two views, its stream's and {@link #all}, in the same order relative to each
 * other item. The views are independent: removing an item from one leaves it in the other. Adding
 * to a view is the same as {@link #write}: the item comes into both. What is written without end is
 * therefore kept in the view that nobody reads; {@link #keepingLast} sets a limit.
 *
 * <p>Safe for use on any thread, and by several runs at once. No method waits, but for those of
 * {@link DataCollection} that say so. An object to which nothing was written takes little memory.
 */
public final class Streams {
  private static final String NAME_OF_ALL = "all streams";

  /** Guards all stores, so that an item comes into both of its own at once. */
  private final Object lock = new Object();

  /** How many items each view keeps. */
  private final int most;

  /** Made when they are needed, as {@link #all} is; the types are those of the streams' items. */
  private @Nullable Map<StreamName, View<?>> streams;

  private @Nullable View<StreamItem> all;

  private boolean completed;

  /** A collection, and what is inside. */
  private record View<T>(Store<T> store, DataCollection<T> collection) {}

  /** Makes empty streams. */
  public Streams() {
    this(Integer.MAX_VALUE);
  }

  private Streams(int most) {
    this.most = most;
  }

  /**
   * Makes empty streams of which each view keeps the newest items only, see {@link
   * DataCollection#keepingLast}.
   *
   * @param count how many items each view keeps, from 1
   * @return new streams
   * @throws IllegalArgumentException if the count is less than 1
   */
  public static Streams keepingLast(int count) {
    DataCollection.refuseLessThanOne("keepingLast", count);
    return new Streams(count);
  }

  /** {@return the results} */
  public DataCollection<Object> output() {
    return stream(StreamName.OUTPUT);
  }

  /** {@return the failures that did not end a script} */
  public DataCollection<Throwable> error() {
    return stream(StreamName.ERROR);
  }

  /** {@return what a user should look at} */
  public DataCollection<String> warning() {
    return stream(StreamName.WARNING);
  }

  /** {@return what a curious user wants to know} */
  public DataCollection<String> verbose() {
    return stream(StreamName.VERBOSE);
  }

  /** {@return what a developer wants to know} */
  public DataCollection<String> debug() {
    return stream(StreamName.DEBUG);
  }

  /** {@return messages for users and logs} */
  public DataCollection<Object> information() {
    return stream(StreamName.INFORMATION);
  }

  /** {@return how far it has come} */
  public DataCollection<Progress> progress() {
    return stream(StreamName.PROGRESS);
  }

  /**
   * Returns the items of all streams in one order. Completing it is {@link #complete}.
   *
   * @return the view of everything
   */
  public DataCollection<StreamItem> all() {
    synchronized (lock) {
      return viewOfAll().collection;
    }
  }

  /**
   * Adds an item to its stream and to {@link #all}. Never waits.
   *
   * @param item what to add
   * @throws IllegalStateException if the stream is completed
   */
  public void write(StreamItem item) {
    Objects.requireNonNull(item, "write: an item is needed");
    Store<Object> stream;
    Store<StreamItem> every;
    synchronized (lock) {
      stream = this.<Object>viewOf(item.stream()).store;
      every = viewOfAll().store;
      stream.refuseIfCompleted();
      stream.append(item.value());
      every.append(item);
    }
    stream.tellOfItems();
    every.tellOfItems();
  }

  /**
   * Completes all streams: whoever reads one comes to an end when it has read the rest. Nothing
   * completes them by itself, as several runs may share them. Completing twice does nothing.
   */
  public void complete() {
    var ended = new ArrayList<Store<?>>();
    synchronized (lock) {
      completed = true;
      if (streams != null) {
        streams.values().forEach(view -> ended.add(view.store));
      }
      if (all != null) {
        ended.add(all.store);
      }
      ended.forEach(Store::end);
    }
    ended.forEach(Store::tellOfItems);
  }

  @Override
  public String toString() {
    synchronized (lock) {
      return viewOfAll().store.toString();
    }
  }

  private <T> DataCollection<T> stream(StreamName name) {
    synchronized (lock) {
      return this.<T>viewOf(name).collection;
    }
  }

  /** Returns the view of a stream. Called under the lock, for the type of the stream's items. */
  @SuppressWarnings("unchecked") // StreamItem lets nothing in but what belongs to the stream
  private <T> View<T> viewOf(StreamName name) {
    if (streams == null) {
      streams = new EnumMap<>(StreamName.class);
    }
    View<?> view = streams.get(name);
    if (view == null) {
      var store = this.<Object>store("stream " + name);
      view = new View<>(store, new DataCollection<>(store, new InletOfOne(name, store)));
      streams.put(name, view);
    }
    return (View<T>) view;
  }

  /** Returns the view of everything. Called under the lock. */
  private View<StreamItem> viewOfAll() {
    if (all == null) {
      var store = this.<StreamItem>store(NAME_OF_ALL);
      all = new View<>(store, new DataCollection<>(store, new InletOfAll()));
    }
    return all;
  }

  private <T> Store<T> store(String name) {
    var store = new Store<T>(lock, name, new Backlog<>(most)).suppliedTo(this);
    if (completed) {
      store.end();
    }
    return store;
  }

  private final class InletOfOne implements Inlet<Object> {
    private final StreamName name;
    private final Store<?> store;

    InletOfOne(StreamName name, Store<?> store) {
      this.name = name;
      this.store = store;
    }

    @Override
    public void write(Object value) {
      Streams.this.write(new StreamItem(name, value));
    }

    @Override
    public void complete() {
      store.complete();
    }
  }

  private final class InletOfAll implements Inlet<StreamItem> {
    @Override
    public void write(StreamItem item) {
      Objects.requireNonNull(item, "write: an item is needed");
      Streams.this.write(item);
    }

    @Override
    public void complete() {
      Streams.this.complete();
    }
  }
}
