package dev.runspaces.benchmarks.contestant;

import dev.runspaces.benchmarks.measure.Message;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.subjects.PublishSubject;
import java.util.List;
import java.util.function.Consumer;
import reactor.core.publisher.Sinks;

/** RxJava's and Reactor's hot sources, subscribed to without a change of thread. */
final class ReactivePublishers {
  private ReactivePublishers() {}

  /** RxJava's {@code PublishSubject}. */
  static Publisher rxJava(List<? extends Consumer<Message>> subscribers) {
    PublishSubject<Message> subject = PublishSubject.create();
    for (Consumer<Message> subscriber : subscribers) {
      Disposable unused = subject.subscribe(subscriber::accept);
    }
    return new EachBy(subject::onNext, subject::onComplete);
  }

  /** Reactor's {@code Sinks.many().multicast()}. */
  static Publisher reactor(List<? extends Consumer<Message>> subscribers) {
    Sinks.Many<Message> sink = Sinks.many().multicast().directBestEffort();
    for (Consumer<Message> subscriber : subscribers) {
      var unused = sink.asFlux().subscribe(subscriber);
    }
    return new EachBy(
        message -> sink.tryEmitNext(message).orThrow(), () -> sink.tryEmitComplete().orThrow());
  }

  /** One call for each. */
  private record EachBy(Consumer<Message> call, Runnable end) implements Publisher {
    @Override
    public void publish(Message[] messages) {
      for (Message message : messages) {
        call.accept(message);
      }
    }

    @Override
    public void close() {
      end.run();
    }
  }
}
