package dev.runspaces.swing.edt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.component.TableRows;
import dev.runspaces.swing.window.LayoutWindow;
import dev.runspaces.swing.window.Layouts;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Swing allows on any thread is no violation, and what it does not allow is one. */
@Timeout(60)
class EdtViolationTest {
  private final Runspace runspace = Runspaces.open("gui");
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final JEditorPane page = new JEditorPane();
  private LayoutWindow window;
  private JTextArea area;

  @BeforeEach
  void open() throws InterruptedException {
    window =
        Layouts.using(ComponentRegistry.standard())
            .fromText(
                "test.xml",
                "<Window><TextArea name='area' columns='20' rows='3' text='some'/>"
                    + "<DesktopPane preferredSize='200x100'><InternalFrame title='F'>"
                    + "<Label name='inside' text='some'/></InternalFrame></DesktopPane></Window>")
            .openOffscreen(runspace);
    area = window.find("area", JTextArea.class);
    Edt.call(
        () -> {
          area.getParent().add(page);
          page.setSize(100, 100);
          EdtViolationDetector.watch(
              SwingUtilities.getRootPane(area),
              violation -> violations.add(violation.getMessage()));
          return true;
        });
    window.paint(1); // a text that was never painted asks for no repaint
  }

  @AfterEach
  void close() {
    runspace.close();
  }

  @Test
  void aTextThatIsAppendedElsewhereIsOne() {
    area.append(" more");
    assertThat(violations)
        .singleElement()
        .asString()
        .startsWith("a JTextArea \"area\" was changed on thread")
        .contains("EdtViolationTest.java");
  }

  @Test
  void rowsThatAreAddedElsewhereAreToldWithThePlaceInTheProgram() throws Exception {
    LayoutWindow orders =
        Layouts.standard()
            .fromText("orders.xml", "<Window><Table name='t'><Column title='A'/></Table></Window>")
            .openOffscreen(runspace);
    JTable table = orders.find("t", JTable.class);
    Edt.run(
        () ->
            EdtViolationDetector.watch(
                SwingUtilities.getRootPane(table),
                violation -> violations.add(violation.getMessage())));
    orders.paint(1);
    TableRows.of(table).add("pen");
    assertThat(violations)
        .singleElement()
        .asString()
        .startsWith("a JTable \"t\" was changed on thread")
        .contains("EdtViolationTest.java")
        .doesNotContain("TableRows.java");
  }

  @Test
  void aTextInAnInternalFrameIsOne() {
    window.find("inside", JLabel.class).setText("more");
    assertThat(violations).first().asString().startsWith("a JLabel \"inside\" was changed on");
  }

  /** Known to its package alone, as most of a program's own are. */
  private static final class PriceArea extends JTextArea {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void aProgramsOwnComponentIsToldByItsOwnName() throws InterruptedException {
    PriceArea own =
        Edt.call(
            () -> {
              var made = new PriceArea();
              area.getParent().add(made);
              made.setSize(100, 100);
              return made;
            });
    window.paint(1);
    own.setText("more");
    assertThat(violations).first().asString().startsWith("a PriceArea was changed on thread");
  }

  @Test
  void aRepaintOrRevalidationThatIsAskedForElsewhereIsNone() throws InterruptedException {
    area.repaint();
    area.repaint(0, 0, 10, 10);
    area.revalidate();
    Edt.call(() -> true);
    assertThat(violations).isEmpty();
  }

  @Test
  void anImageThatArrivesIsNone() {
    area.imageUpdate(
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB),
        java.awt.image.ImageObserver.ALLBITS,
        0,
        0,
        1,
        1);
    assertThat(violations).isEmpty();
  }

  @Test
  void aPageThatSwingLoadsByItselfIsNone(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("page.html");
    Files.writeString(file, "<p>some text</p>".repeat(20_000));
    var loaded = new CountDownLatch(1);
    Edt.call(
        () -> {
          page.addPropertyChangeListener("page", done -> loaded.countDown());
          page.setPage(file.toUri().toURL());
          return true;
        });
    while (loaded.getCount() > 0) {
      window.paint(0.1); // only what was painted asks for a repaint
    }
    assertThat(violations).isEmpty();
  }
}
