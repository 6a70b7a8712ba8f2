package dev.runspaces.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backlog without a limit. One thread at a time puts in, with the turnstile, so that what is let
 * in and what is refused are told apart in one instant; who delivers needs no lock.
 */
final class FreeBacklog implements Backlog {
  private final Turnstile turnstile;

  /** Written with the turnstile. */
  private volatile Gate gate = Gate.OPEN;

  /** Made with the first event; written with the turnstile. */
  private volatile @Nullable Ring ring;

  FreeBacklog(Turnstile turnstile) {
    this.turnstile = turnstile;
  }

  @Override
  public long put(
      Object content, @Nullable Origin origin, long sequence, Gate needed, boolean first) {
    if (!isOpen(needed)) {
      return REFUSED;
    }
    Ring into = ring;
    if (into == null) {
      into = new Ring();
      ring = into;
    }
    return into.put(content, origin, sequence, first);
  }

  @Override
  public void narrow(Gate next) {
    turnstile.enter();
    try {
      if (isOpen(next)) {
        gate = next;
      }
    } finally {
      turnstile.leave();
    }
  }

  @Override
  public boolean isOpen(Gate needed) {
    return gate.compareTo(needed) <= 0;
  }

  @Override
  public boolean poll(Arrival into, long from) {
    Ring some = ring;
    return some != null && some.poll(into, from);
  }

  @Override
  public boolean hasNext(long from) {
    Ring some = ring;
    return some != null && some.hasNext(from);
  }

  @Override
  public List<Returned> takeAll() {
    var all = new ArrayList<Returned>();
    turnstile.enter();
    try {
      Ring some = ring;
      if (some != null) {
        some.takeAll(all);
      }
    } finally {
      turnstile.leave();
    }
    return all;
  }

  @Override
  public boolean isEmpty() {
    Ring some = ring;
    return some == null || some.isEmpty();
  }

  @Override
  public int size() {
    Ring some = ring;
    return some == null ? 0 : some.size();
  }

  @Override
  public long lastNumber() {
    Ring some = ring;
    return some == null ? 0 : some.lastNumber();
  }

  @Override
  public int highWaterMark() {
    Ring some = ring;
    return some == null ? 0 : some.highWaterMark();
  }
}
