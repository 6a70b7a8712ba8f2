package dev.runspaces.stream;

/** Stub. */
public final class Streams {
  private final DataCollection<Object> output = new DataCollection<>();

  /** a */
  public Streams() {}

  /** a */
  public DataCollection<Object> output() {
    return output;
  }

  /** a */
  public DataCollection<Object> all() {
    return output;
  }

  /** a */
  public void write(StreamItem item) {
    if (item.stream() == StreamName.OUTPUT) {
      output.add(item.value());
    }
  }

  /** a */
  public void complete() {}
}
