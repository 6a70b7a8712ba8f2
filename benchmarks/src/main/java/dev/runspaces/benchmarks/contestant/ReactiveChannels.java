package dev.runspaces.benchmarks.contestant;

import dev.runspaces.benchmarks.contestant.BusChannels.Calls;
import dev.runspaces.benchmarks.measure.Message;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.subjects.PublishSubject;
import io.reactivex.rxjava3.subjects.Subject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Consumer;
import org.jctools.queues.MpscUnboundedArrayQueue;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Streams that change to one other thread. */
final class ReactiveChannels {
  private static final EmitFailureHandler AGAIN =
      EmitFailureHandler.busyLooping(Duration.ofMinutes(1));

  private ReactiveChannels() {}

  /** RxJava's {@code observeOn}, behind a subject that several threads may use. */
  static Channel rxJava(int sources, Consumer<Message> receiver) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Subject<Message> subject = PublishSubject.<Message>create();
    Subject<Message> open = sources > 1 ? subject.toSerialized() : subject;
    Disposable subscription =
        open.observeOn(io.reactivex.rxjava3.schedulers.Schedulers.from(thread))
            .subscribe(receiver::accept);
    return new Calls(
        open::onNext,
        () -> {
          subscription.dispose();
          Shutdown.of(thread);
        });
  }

  /** Reactor's {@code publishOn}; who finds the sink in use tries again, as it recommends. */
  static Channel reactor(int sources, Consumer<Message> receiver) {
    Scheduler thread = Schedulers.newSingle("reactor");
    Sinks.Many<Message> sink =
        Sinks.many().unicast().onBackpressureBuffer(new MpscUnboundedArrayQueue<>(1_024));
    var subscription = sink.asFlux().publishOn(thread).subscribe(receiver);
    return new Calls(
        message -> sink.emitNext(message, AGAIN),
        () -> {
          subscription.dispose();
          thread.dispose();
        });
  }

  /** The JDK's own; who finds its buffer full waits. */
  static Channel submissionPublisher(int sources, Consumer<Message> receiver) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    var publisher = new SubmissionPublisher<Message>(thread, 65_536);
    CompletableFuture<Void> unusedEnd = publisher.consume(receiver);
    return new Calls(
        message -> {
          int unused = publisher.submit(message);
        },
        () -> {
          publisher.close();
          Shutdown.of(thread);
        });
  }
}
