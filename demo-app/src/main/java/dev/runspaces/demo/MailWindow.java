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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTree;
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
  private List<Message> inbox = INBOX;

  private List<Message> shown = INBOX;
  private String place = "Inbox";

  private @Nullable LayoutWindow window;

  /** Of the rows, in pixels; 0 until it is asked for. For the EDT. */
  private int usualHeight;

  @Override
  public Layout layout() throws IOException {
    return Layouts.load(MailWindow.class.getResource("mail.xml")).controller(this);
  }

  @Override
  public void furnish(LayoutWindow made) throws InterruptedException {
    window = made;
    JTree folders = made.find("folders", JTree.class);
    Edt.run(() -> folders.setSelectionRow(0));
    show(inbox, place, 0);
  }

  private LayoutWindow window() {
    return Objects.requireNonNull(window, "furnish comes before any handler");
  }

  /** Shows these messages, and selects the one at this row, or else the last. */
  private void show(List<Message> messages, String where, int row) throws InterruptedException {
    shown = List.copyOf(messages);
    place = where;
    List<List<Object>> rows = shown.stream().map(Message::cells).toList();
    long unread = shown.stream().filter(message -> !message.read()).count();
    String count = shown.size() == 1 ? "1 message, " : shown.size() + " messages, ";
    LayoutWindow open = window();
    JTable table = open.find("messages", JTable.class);
    JLabel status = open.find("status", JLabel.class);
    int selected =
        Edt.call(
            () -> {
              TableRows.of(table).setAll(rows);
              status.setText(where + ": " + count + unread + " unread");
              return select(table, Math.min(row, table.getRowCount() - 1));
            });
    read(selected); // now, for who looks before the table's own event has come
  }

  /** Selects a row as the user sees them; returns which one it is as the model counts. */
  private static int select(JTable table, int row) {
    if (row < 0) {
      return -1;
    }
    table.setRowSelectionInterval(row, row);
    return table.convertRowIndexToModel(row);
  }

  /** Shows the text of a message, and what can be done with it. */
  private void read(int row) {
    boolean one = row >= 0 && row < shown.size();
    window().action("reply").setEnabled(one);
    window().action("delete").setEnabled(one);
    String text = one ? shown.get(row).text() : "";
    JTextArea area = window().find("text", JTextArea.class);
    Edt.run(
        () -> {
          area.setText(text);
          area.setCaretPosition(0);
        });
  }

  @Handler
  void folder(NodeSelected selected) throws InterruptedException {
    List<String> path = selected.path();
    String folder = path.isEmpty() ? "Inbox" : path.get(path.size() - 1);
    if (!folder.equals(place)) {
      show(folder.equals("Inbox") ? inbox : List.of(), folder, 0);
    }
  }

  @Handler
  void search(Entered words) throws InterruptedException {
    show(
        inbox.stream().filter(message -> message.contains(words.text())).toList(),
        words.text().isBlank() ? "Inbox" : "Found",
        0);
  }

  @Handler
  void message(RowSelected selected) {
    read(selected.row());
  }

  /** A row of the table, as the user sees it and as the model counts it. */
  private record Row(int seen, int counted) {
    static Row selectedIn(JTable table) {
      int seen = table.getSelectedRow();
      return new Row(seen, seen < 0 ? -1 : table.convertRowIndexToModel(seen));
    }
  }

  @Handler
  void delete() throws InterruptedException {
    JTable table = window().find("messages", JTable.class);
    Row row = Edt.call(() -> Row.selectedIn(table));
    if (row.counted() >= 0 && row.counted() < shown.size()) {
      Message deleted = shown.get(row.counted());
      inbox = without(inbox, deleted);
      show(without(shown, deleted), place, row.seen());
    }
  }

  private static List<Message> without(List<Message> messages, Message one) {
    return messages.stream().filter(message -> !message.equals(one)).toList();
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

  /** The rows of messages are as high as their text needs, or as is usual. */
  @Handler
  void compact(Toggled item) {
    JTable table = window().find("messages", JTable.class);
    Edt.run(
        () -> {
          int text = table.getFontMetrics(table.getFont()).getHeight();
          usualHeight = usualHeight == 0 ? table.getRowHeight() : usualHeight;
          table.setRowHeight(item.selected() ? text : usualHeight);
        });
  }

  @Handler
  void close() {
    window().close();
  }
}
