package bakery;

import com.google.common.eventbus.Subscribe;

/** Hears of what is sold through Guava's bus. */
final class Till {
  @Subscribe
  void sold(LoafSold loaf) {
    System.out.println("sold " + loaf.kind() + " for " + loaf.price());
  }
}
