package dev.runspaces.event;

/** Something that was registered and can be taken back. Closing it twice does nothing. */
@FunctionalInterface
public interface Registration extends AutoCloseable {

  /** Takes it back. May be called on any thread. */
  @Override
  void close();
}
