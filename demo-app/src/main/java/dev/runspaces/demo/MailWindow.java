package dev.runspaces.demo;

import dev.runspaces.swing.component.ComponentEvent.Entered;
import dev.runspaces.swing.component.ComponentEvent.NodeSelected;
import dev.runspaces.swing.component.ComponentEvent.RowSelected;
import dev.runspaces.swing.component.ComponentEvent.Toggled;
import dev.runspaces.swing.component.TableRows;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.window.Handler;
import dev.runspaces.swing.window.Layout;
import dev.runspaces.swing.window.LayoutWindow;
import dev.runspaces.swing.window.Layouts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import org.jspecify.annotations.Nullable;

/** A main window: menus, a tool bar, a tree, a table and tabs, with actions that all share. */
final class MailWindow implements DemoWindow {
  /** A message, as its row shows it. */
  private record Message(
      String from, String subject, LocalDate date, int size, boolean read, String text) {
    boolean contains(String words) {
      String all = (from + ' ' + subject).toLowerCase(Locale.ROOT);
      return all.contains(words.toLowerCase(Locale.ROOT));
    }

    List<Object> cells() {
      return List.of(from, subject, date, size, read);
    }
  }

  private static final List<Message> INBOX =
      List.of(
          new Message(
              "Grace Hopper",
              "The compiler is ready",
              LocalDate.of(2026, 3, 2),
              14,
              false,
              "It took three years.\n\nNow nobody believes that it can work."),
          new Message(
              "Edsger Dijkstra", "About that goto", LocalDate.of(2026, 2, 27), 3, true, "Please."),
          new Message(
              "Barbara Liskov",
              "Can it stand in for the other one?",
              LocalDate.of(2026, 2, 25),
              8,
              false,
              "If whoever uses it sees no difference, yes."));

  /** For the window's runspace, as all that follows. */
  private List<Message> shown = INBOX;

  private @Nullable LayoutWindow window;

  @Override
  public Layout layout() throws IOException {
    return Layouts.load(MailWindow.class.getResource("mail.xml")).controller(this);
  }

  @Override
  public void furnish(LayoutWindow made) throws InterruptedException {
    window = made;
    show(INBOX, "Inbox");
  }

  private LayoutWindow window() {
    return Objects.requireNonNull(window, "furnish comes before any handler");
  }

  private void show(List<Message> messages, String place) throws InterruptedException {
    shown = List.copyOf(messages);
    List<List<Object>> rows = messages.stream().map(Message::cells).toList();
    long unread = messages.stream().filter(message -> !message.read()).count();
    LayoutWindow open = window();
    Edt.call(
        () -> {
          TableRows.of(open.find("messages", JTable.class)).setAll(rows);
          open.find("status", JLabel.class)
              .setText(place + ": " + messages.size() + " messages, " + unread + " unread");
          return null;
        });
  }

  @Handler
  void folder(NodeSelected selected) throws InterruptedException {
    List<String> path = selected.path();
    String folder = path.isEmpty() ? "Inbox" : path.get(path.size() - 1);
    show(folder.equals("Inbox") ? INBOX : List.of(), folder);
  }

  @Handler
  void search(Entered words) throws InterruptedException {
    show(
        INBOX.stream().filter(message -> message.contains(words.text())).toList(),
        words.text().isBlank() ? "Inbox" : "Found");
  }

  @Handler
  void message(RowSelected selected) {
    int row = selected.row();
    boolean one = row >= 0 && row < shown.size();
    window().action("reply").setEnabled(one);
    window().action("delete").setEnabled(one);
    String text = one ? shown.get(row).text() : "";
    JTextArea area = window().find("text", JTextArea.class);
    Edt.run(() -> area.setText(text));
  }

  @Handler
  void delete() throws InterruptedException {
    JTable table = window().find("messages", JTable.class);
    int row =
        Edt.call(
            () -> {
              int selected = table.getSelectedRow();
              return selected < 0 ? -1 : table.convertRowIndexToModel(selected);
            });
    if (row >= 0 && row < shown.size()) {
      var fewer = new ArrayList<Message>(shown);
      fewer.remove(row);
      show(fewer, "Inbox");
    }
  }

  @Handler
  void write() {
    say("There is nothing to write with yet.");
  }

  @Handler
  void reply() {
    say("There is nothing to reply with yet.");
  }

  private void say(String text) {
    JLabel status = window().find("status", JLabel.class);
    Edt.run(() -> status.setText(text));
  }

  @Handler
  void preview(Toggled box) {
    JTabbedPane preview = window().find("preview", JTabbedPane.class);
    Edt.run(() -> preview.setVisible(box.selected()));
  }

  @Handler
  void close() {
    window().close();
  }
}
