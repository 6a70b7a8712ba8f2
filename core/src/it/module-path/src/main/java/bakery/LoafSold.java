package bakery;

/** What a customer has paid for. */
record LoafSold(String kind, int price) {}
