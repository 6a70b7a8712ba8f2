package dev.runspaces;

import com.google.common.eventbus.AllowConcurrentEvents;
import com.google.common.eventbus.DeadEvent;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Guava subscribers of every kind, for {@link EventBusDifferentialTest}. */
final class DifferentialListeners {
  private DifferentialListeners() {}

  /** An event of the program's own. */
  record Numbered(String name, int number) implements Comparable<Numbered> {
    @Override
    public int compareTo(Numbered other) {
      return Integer.compare(number, other.number);
    }
  }

  /** Where listeners are registered, for those who unregister themselves or others. */
  interface Registrar {
    boolean unregister(Object listener);

    /** Returns those of a kind, oldest first. */
    <T> List<T> registered(Class<T> type);
  }

  /** Returns how to make one of each kind. */
  static List<Function<Diary, Object>> kinds(Registrar registrar) {
    return List.of(
        StringListener::new,
        NumberListener::new,
        NumberListener::new,
        BusyListener::new,
        DerivedListener::new,
        GenericListener::new,
        InterfaceListener::new,
        EverythingListener::new,
        GraveDigger::new,
        Thrower::new,
        diary -> new Quitter(diary, registrar),
        diary -> new Evictor(diary, registrar),
        diary -> new Object());
  }

  /** What one listener was told, by method. */
  static final class Diary {
    private final Map<String, List<String>> told = new TreeMap<>();
    private final List<String> lastEvent = new ArrayList<>();
    private final List<String> chronicle;

    /** Notes each event in a chronicle, too, unless it is noted there already. */
    Diary(List<String> chronicle) {
      this.chronicle = chronicle;
    }

    void note(String method, Object event) {
      if (isPosted(event)) {
        String text = String.valueOf(event);
        told.computeIfAbsent(method, any -> new ArrayList<>()).add(text);
        // A runspace buries what nobody hears when its turn has come, Guava's bus when it is
        // posted.
        boolean isChronicled = !method.equals(GraveDigger.METHOD);
        if (isChronicled
            && (chronicle.isEmpty() || !chronicle.get(chronicle.size() - 1).equals(text))) {
          chronicle.add(text);
        }
      }
    }

    /** Not what a runspace tells besides: of its errors, for example. */
    private static boolean isPosted(Object event) {
      return event instanceof Numbered || event.getClass().getName().startsWith("java.");
    }

    /** What was told of this event does not count: see the test. */
    void endsWith(Object event) {
      lastEvent.add(String.valueOf(event));
    }

    List<String> lastEvents() {
      return lastEvent;
    }

    Map<String, List<String>> told() {
      var counted = new TreeMap<String, List<String>>();
      told.forEach(
          (method, events) -> {
            var rest = new ArrayList<String>(events);
            rest.removeAll(lastEvent);
            if (!rest.isEmpty()) {
              counted.put(method, rest);
            }
          });
      return counted;
    }
  }

  /** Hears strings, and what they implement. */
  private record StringListener(Diary diary) {
    @Subscribe
    public void string(String event) {
      diary.note("string", event);
    }

    @Subscribe
    private void text(CharSequence event) {
      diary.note("text", event);
    }
  }

  /** Hears numbers of two kinds. */
  record NumberListener(Diary diary) {
    @Subscribe
    void integer(Integer event) {
      diary.note("integer", event);
    }

    @Subscribe
    @AllowConcurrentEvents
    void number(Number event) {
      diary.note("number", event);
    }
  }

  /** Hears what can be compared. */
  private static class BusyListener {
    private final Diary diary;

    BusyListener(Diary diary) {
      this.diary = diary;
    }

    @Subscribe
    protected void comparable(Comparable<?> event) {
      diary.note("comparable", event);
    }

    @Subscribe
    void list(List<?> event) {
      diary.note("list", event);
    }
  }

  /** Overrides one subscriber of its superclass, without saying so again, and adds one. */
  private static final class DerivedListener extends BusyListener {
    private final Diary diary;

    DerivedListener(Diary diary) {
      super(diary);
      this.diary = diary;
    }

    @Override
    void list(List<?> event) {
      diary.note("overridden list", event);
    }

    @Subscribe
    void character(Character event) {
      diary.note("character", event);
    }
  }

  /** Has a type that only its subclass knows. */
  private abstract static class OfType<T> {
    @SuppressWarnings("UnusedMethod") // the buses call what overrides it
    abstract void hear(T event);
  }

  /** Overrides with another parameter, so that the compiler adds a method. */
  private static final class GenericListener extends OfType<Numbered> {
    private final Diary diary;

    GenericListener(Diary diary) {
      this.diary = diary;
    }

    @Override
    @Subscribe
    public void hear(Numbered event) {
      diary.note("generic", event);
    }
  }

  /** Subscribes whoever implements it. */
  private interface HearsText {
    Diary diary();

    @Subscribe
    default void byInterface(CharSequence event) {
      diary().note("by interface", event);
    }

    @Subscribe
    void overridden(Record event);
  }

  private record InterfaceListener(Diary diary) implements HearsText {
    @Override
    public void overridden(Record event) {
      diary.note("record", event);
    }
  }

  /** Hears everything. */
  private record EverythingListener(Diary diary) {
    @Subscribe
    void everything(Object event) {
      diary.note("everything", event);
    }
  }

  /** Hears what nobody else did. */
  private record GraveDigger(Diary diary) {
    private static final String METHOD = "dead";

    @Subscribe
    void bury(DeadEvent event) {
      diary.note(METHOD, event.getEvent());
    }
  }

  /** Fails, after it has heard. */
  private record Thrower(Diary diary) {
    @Subscribe
    void fail(Number event) {
      diary.note("failing", event);
      if (event.intValue() % 2 == 0) {
        throw new IllegalStateException("on " + event);
      }
    }

    @Subscribe
    void hear(Number event) {
      diary.note("beside a failing one", event);
    }
  }

  /** Posts, in answer to what it is told, and in answer to its answer. */
  record Chatter(Diary diary, EventBus bus) {
    @Subscribe
    void answer(Integer event) {
      diary.note("answering", event);
      bus.post(event + " is answered");
      bus.post((long) -event);
    }

    @Subscribe
    void answer(Long event) {
      if (event < 0) {
        bus.post(new Numbered("answer to an answer", event.intValue()));
      }
    }
  }

  /** Unregisters itself. */
  private record Quitter(Diary diary, Registrar registrar) {
    @Subscribe
    void text(CharSequence event) {
      diary.note("until it quits", event);
    }

    @Subscribe
    void string(String event) {
      if (event.endsWith("7") && registrar.unregister(this)) {
        diary.endsWith(event);
      }
    }
  }

  /** Unregisters another. */
  private record Evictor(Diary diary, Registrar registrar) {
    @Subscribe
    void number(Number event) {
      diary.note("evicting", event);
      List<NumberListener> others = registrar.registered(NumberListener.class);
      if (event.intValue() % 5 == 0 && !others.isEmpty()) {
        NumberListener evicted = others.get(0);
        registrar.unregister(evicted);
        evicted.diary().endsWith(event);
        // What a chatter has posted meanwhile is for those, at Guava's, who were there then.
        evicted.diary().endsWith((long) -event.intValue());
      }
    }
  }
}
