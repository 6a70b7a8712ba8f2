package dev.runspaces.benchmarks.contestant;

import dev.runspaces.benchmarks.measure.Message;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jctools.queues.MpscUnboundedArrayQueue;

/** A queue of JCTools' and a thread that parks when it is empty: as little as it can be. */
final class BareQueueChannel implements Channel {
  private final MpscUnboundedArrayQueue<Message> queue = new MpscUnboundedArrayQueue<>(1_024);
  private final Consumer<Message> receiver;
  private final Thread thread = new Thread(this::loop, "bare-queue");
  private volatile boolean idle;
  private volatile boolean over;

  private BareQueueChannel(Consumer<Message> receiver) {
    this.receiver = receiver;
  }

  static Channel open(int sources, Consumer<Message> receiver) {
    var channel = new BareQueueChannel(receiver);
    channel.thread.setDaemon(true);
    channel.thread.start();
    return channel;
  }

  @Override
  public void send(Message message) {
    queue.add(message);
    if (idle) {
      LockSupport.unpark(thread);
    }
  }

  private void loop() {
    while (!over) {
      queue.drain(receiver::accept);
      idle = true;
      if (queue.isEmpty() && !over) {
        LockSupport.park(this);
      }
      idle = false;
    }
  }

  @Override
  public void close() {
    over = true;
    LockSupport.unpark(thread);
  }
}
