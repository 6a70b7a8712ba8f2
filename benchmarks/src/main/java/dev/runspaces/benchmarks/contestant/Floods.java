package dev.runspaces.benchmarks.contestant;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.benchmarks.measure.Message;
import java.awt.EventQueue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;

/** Ways to the EDT, by name. */
public final class Floods {
  public static final String RUNSPACE = "runspace, deliverOn the EDT";
  public static final String INVOKE_LATER = "invokeLater";
  public static final String SWING_WORKER = "SwingWorker";

  private Floods() {}

  /** Returns all of them. */
  public static Map<String, Flood> all() {
    Map<String, Flood> all = new LinkedHashMap<>();
    all.put(RUNSPACE, Floods::runspace);
    all.put(INVOKE_LATER, Floods::invokeLater);
    all.put(SWING_WORKER, Floods::swingWorker);
    return all;
  }

  private static AutoCloseable runspace(Message[] messages, Consumer<Message> onEdt) {
    Runspace runspace = Runspaces.open("flood");
    runspace.events().on(Message.class).deliverOn(EventQueue::invokeLater).handle(onEdt::accept);
    for (Message message : messages) {
      var unused = runspace.events().post(message);
    }
    return runspace;
  }

  private static AutoCloseable invokeLater(Message[] messages, Consumer<Message> onEdt) {
    for (Message message : messages) {
      SwingUtilities.invokeLater(() -> onEdt.accept(message));
    }
    return () -> {};
  }

  private static AutoCloseable swingWorker(Message[] messages, Consumer<Message> onEdt) {
    var worker =
        new SwingWorker<Integer, Message>() {
          @Override
          protected Integer doInBackground() {
            for (Message message : messages) {
              publish(message);
            }
            return messages.length;
          }

          @Override
          protected void process(List<Message> chunk) {
            chunk.forEach(onEdt);
          }
        };
    worker.execute();
    return () -> {};
  }
}
