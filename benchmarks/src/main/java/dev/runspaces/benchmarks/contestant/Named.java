package dev.runspaces.benchmarks.contestant;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.benchmarks.measure.Message;
import java.beans.PropertyChangeSupport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Publishers with a subscriber for each of many names; messages go to one after the other. */
public final class Named {
  public static final String RUNSPACE = "runspace";

  private Named() {}

  /** Returns all of them, each made of the names and of what all subscribers tell. */
  public static Map<String, BiFunction<List<String>, Consumer<Message>, Publisher>> all() {
    Map<String, BiFunction<List<String>, Consumer<Message>, Publisher>> all = new LinkedHashMap<>();
    all.put(RUNSPACE, InRunspace::new);
    all.put("PropertyChangeSupport", WithProperties::new);
    return all;
  }

  private static final class InRunspace implements Publisher {
    private final Runspace runspace = Runspaces.open("named");
    private final List<String> names;

    InRunspace(List<String> names, Consumer<Message> subscriber) {
      this.names = names;
      for (String name : names) {
        var unused =
            runspace
                .events()
                .on(
                    name,
                    event ->
                        subscriber.accept((Message) Objects.requireNonNull(event.argument(0))));
      }
    }

    @Override
    public void publish(Message[] messages) throws InterruptedException {
      int unused =
          runspace.invoke(
              context -> {
                for (Message message : messages) {
                  context.events().raise(nameOf(names, message), message);
                }
                RunspacePublisher.haveThemDelivered(context);
                return messages.length;
              });
    }

    @Override
    public void close() {
      runspace.close();
    }
  }

  private static final class WithProperties implements Publisher {
    private final PropertyChangeSupport properties = new PropertyChangeSupport(this);
    private final List<String> names;

    WithProperties(List<String> names, Consumer<Message> subscriber) {
      this.names = names;
      for (String name : names) {
        properties.addPropertyChangeListener(
            name, event -> subscriber.accept((Message) event.getNewValue()));
      }
    }

    @Override
    public void publish(Message[] messages) {
      for (Message message : messages) {
        properties.firePropertyChange(nameOf(names, message), null, message);
      }
    }

    @Override
    public void close() {}
  }

  private static String nameOf(List<String> names, Message message) {
    return names.get(message.sequence() % names.size());
  }
}
