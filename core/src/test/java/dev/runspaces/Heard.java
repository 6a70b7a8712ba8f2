package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.event.EventHandler;
import java.util.ArrayList;
import java.util.List;

/** A handler that writes down what it hears. */
final class Heard<T> implements EventHandler<T> {
  private final List<T> heard = new ArrayList<>();

  @Override
  public synchronized void handle(T event) {
    heard.add(event);
  }

  synchronized List<T> all() {
    return List.copyOf(heard);
  }

  /** Waits until so many have been heard, and returns them. */
  List<T> await(int count) {
    eventually(() -> assertThat(all()).hasSizeGreaterThanOrEqualTo(count));
    return all();
  }

  T awaitFirst() {
    return await(1).get(0);
  }
}
