package dev.runspaces.benchmarks.contestant;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import dev.runspaces.benchmarks.measure.Message;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** LMAX Disruptor; who finds the ring full waits. */
final class DisruptorChannel implements Channel {
  private static final int RING_SIZE = 65_536;
  private static final ThreadFactory DAEMONS =
      code -> {
        var thread = new Thread(code, "disruptor");
        thread.setDaemon(true);
        return thread;
      };

  private final Disruptor<Slot> disruptor;
  private final RingBuffer<Slot> ring;

  private DisruptorChannel(int sources, Consumer<Message> receiver, WaitStrategy waiting) {
    ProducerType producers = sources > 1 ? ProducerType.MULTI : ProducerType.SINGLE;
    disruptor = new Disruptor<>(Slot::new, RING_SIZE, DAEMONS, producers, waiting);
    disruptor.handleEventsWith(
        (slot, sequence, endOfBatch) -> receiver.accept(Objects.requireNonNull(slot.message)));
    ring = disruptor.start();
  }

  private static final class Slot {
    private @Nullable Message message;
  }

  static Channel blocking(int sources, Consumer<Message> receiver) {
    return new DisruptorChannel(sources, receiver, new BlockingWaitStrategy());
  }

  static Channel yielding(int sources, Consumer<Message> receiver) {
    return new DisruptorChannel(sources, receiver, new YieldingWaitStrategy());
  }

  @Override
  public void send(Message message) {
    ring.publishEvent((slot, sequence, sent) -> slot.message = sent, message);
  }

  @Override
  public void close() {
    disruptor.halt();
  }
}
