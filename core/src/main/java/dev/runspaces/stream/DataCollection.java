package dev.runspaces.stream;

import java.util.ArrayList;
import java.util.List;

/** Stub. */
public final class DataCollection<T> {
  private final List<T> items = new ArrayList<>();

  /** a */
  public DataCollection() {}

  /** a */
  public synchronized void add(T t) {
    items.add(t);
  }

  /** a */
  public synchronized int size() {
    return items.size();
  }

  /** a */
  public synchronized List<T> snapshot() {
    return List.copyOf(items);
  }

  /** a */
  public synchronized List<T> readAll() {
    List<T> copy = List.copyOf(items);
    items.clear();
    return copy;
  }

  /** a */
  public void complete() {}
}
