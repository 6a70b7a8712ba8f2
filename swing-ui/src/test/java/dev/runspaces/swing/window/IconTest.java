package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import java.awt.Color;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JDesktopPane;
import javax.swing.JInternalFrame;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures from files beside the layout. */
@Timeout(60)
class IconTest {
  private static final String RED_SQUARE = svg("<rect width='16' height='16' fill='#ff0000'/>");

  @TempDir private Path folder;

  private final Runspace runspace = Runspaces.open("gui");

  @AfterEach
  void closeAll() {
    runspace.close();
    assertThat(Runspaces.count()).isZero();
  }

  private static String svg(String content) {
    return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
        + " width='16' height='16'>"
        + content
        + "</svg>";
  }

  private void file(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private void file(String name, String content) throws IOException {
    file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] png(int width, int height, Color color) throws IOException {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }

  private Layout layout(String content) throws IOException {
    file("window.xml", "<Window>" + content + "</Window>");
    return Layouts.load(folder.resolve("window.xml"));
  }

  private String refusal(String content) {
    LayoutException refused = catchThrowableOfType(LayoutException.class, () -> layout(content));
    assertThat(refused).as(content).isNotNull();
    return Problems.of(refused);
  }

  /** Paints an icon at a scale, and tells the color in its middle. */
  private static Color middle(Icon icon, int scale) throws InterruptedException {
    return Edt.call(
        () -> {
          int size = icon.getIconWidth() * scale;
          var picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
          Graphics2D graphics = picture.createGraphics();
          graphics.scale(scale, scale);
          icon.paintIcon(new JPanel(), graphics, 0, 0);
          graphics.dispose();
          return new Color(picture.getRGB(size / 2, size / 2));
        });
  }

  @Nested
  class AnIcon {
    @Test
    void isAnSvgOnAllThatHasIcons() throws Exception {
      file("icons/red.svg", RED_SQUARE);
      LayoutWindow window =
          layout(
                  "<Actions><Action name='a' text='A'"
                      + " icon='icons/red.svg'/></Actions><MenuBar><Menu text='M'><MenuItem"
                      + " name='item' action='#a'/></Menu></MenuBar><Button name='button' text='B'"
                      + " icon='icons/red.svg'/><Label name='label'"
                      + " icon='icons/red.svg'/><TabbedPane name='tabs'><Tab title='T'"
                      + " icon='icons/red.svg'/></TabbedPane>")
              .openOffscreen(runspace);

      Icon onButton = Edt.call(() -> window.find("button", JButton.class).getIcon());
      assertThat(onButton.getIconWidth()).isEqualTo(16);
      assertThat(middle(onButton, 1)).isEqualTo(Color.RED);
      Icon onItem = Edt.call(() -> window.find("item", JMenuItem.class).getIcon());
      Icon onLabel = Edt.call(() -> window.find("label", JLabel.class).getIcon());
      Icon onTab = Edt.call(() -> window.find("tabs", JTabbedPane.class).getIconAt(0));
      assertThat(onItem.getIconWidth()).isEqualTo(16);
      assertThat(onLabel.getIconWidth()).isEqualTo(16);
      assertThat(onTab.getIconWidth()).isEqualTo(16);
    }

    @Test
    void mayHaveGradientsAndMasksAsDrawingProgramsWriteThem() throws Exception {
      file(
          "a.svg",
          svg(
              "<defs><linearGradient id='a'><stop offset='0'"
                  + " stop-color='#00ff00'/></linearGradient><linearGradient id='b'"
                  + " xlink:href='#a'/><clipPath id='c'><rect width='16'"
                  + " height='16'/></clipPath></defs><rect width='16' height='16' fill='url(#b)'"
                  + " clip-path='url(#c)'/>"));
      LayoutWindow window = layout("<Label name='l' icon='a.svg'/>").openOffscreen(runspace);

      assertThat(middle(Edt.call(() -> window.find("l", JLabel.class).getIcon()), 1))
          .isEqualTo(Color.GREEN);
    }

    @Test
    void mayBeAPngWithASharperOneForSharperScreens() throws Exception {
      file("blue.png", png(16, 16, Color.BLUE));
      file("blue@2x.png", png(32, 32, Color.GREEN));
      LayoutWindow window = layout("<Label name='l' icon='blue.png'/>").openOffscreen(runspace);

      Icon icon = Edt.call(() -> window.find("l", JLabel.class).getIcon());
      assertThat(icon.getIconWidth()).isEqualTo(16);
      assertThat(middle(icon, 1)).isEqualTo(Color.BLUE);
      assertThat(middle(icon, 2)).isEqualTo(Color.GREEN);
    }

    @Test
    void isTooLargeAlsoIfOnlyTheSharperOneIs() throws Exception {
      file("blue.png", png(16, 16, Color.BLUE));
      Files.write(folder.resolve("blue@2x.png"), new byte[256 * 1024 + 1]);
      assertThatThrownBy(() -> layout("<Label icon='blue.png'/>"))
          .isInstanceOf(LayoutException.class)
          .hasMessageContaining("it is larger than 256 KB");
    }

    @Test
    void isLookedForBesideTheFileThatNamesIt() throws Exception {
      file("parts/red.svg", RED_SQUARE);
      file("parts/part.xml", "<Fragment><Label name='l' icon='red.svg'/></Fragment>");
      LayoutWindow window = layout("<Include file='parts/part.xml'/>").openOffscreen(runspace);

      assertThat(middle(Edt.call(() -> window.find("l", JLabel.class).getIcon()), 1))
          .isEqualTo(Color.RED);
    }

    @Test
    void aloneOnAButtonIsAWarningForThoseWhoCannotSeeIt() throws Exception {
      file("red.svg", RED_SQUARE);
      assertThat(layout("<Button icon='red.svg'/>").warnings())
          .singleElement()
          .hasToString(
              "window.xml:1:9: <Button> has only an icon, which screen readers cannot read\n"
                  + "  say what it does with accessibleName=\"...\"");
      assertThat(
              layout(
                      "<Button icon='red.svg' accessibleName='Save'/><Button icon='red.svg'"
                          + " text='S'/><Label icon='red.svg'/>")
                  .warnings())
          .isEmpty();
    }
  }

  @Nested
  class OfAWindow {
    @Test
    void isInItsTitleBarAndThatOfAFrameInIt() throws Exception {
      file("red.svg", RED_SQUARE.replace("width='16' height='16'>", "viewBox='0 0 16 16'>"));
      file("blue.png", png(64, 32, Color.BLUE));
      file(
          "window.xml",
          "<Window icon='red.svg'><DesktopPane name='desktop'>"
              + "<InternalFrame name='frame' icon='blue.png'/></DesktopPane></Window>");
      LayoutWindow window = Layouts.load(folder.resolve("window.xml")).openOffscreen(runspace);

      JInternalFrame frame = Edt.call(() -> window.find("frame", JInternalFrame.class));
      Icon inside = Edt.call(frame::getFrameIcon);
      Icon outside =
          Edt.call(
              () -> {
                Container desktop = window.find("desktop", JDesktopPane.class).getParent();
                return ((JInternalFrame)
                        SwingUtilities.getAncestorOfClass(JInternalFrame.class, desktop))
                    .getFrameIcon();
              });
      for (Icon icon : new Icon[] {inside, outside}) {
        assertThat(icon.getIconWidth()).isEqualTo(16);
        assertThat(icon.getIconHeight()).isEqualTo(16);
      }
      assertThat(middle(outside, 1)).isEqualTo(Color.RED);
      assertThat(middle(inside, 2)).isEqualTo(Color.BLUE);
    }

    @Test
    void thatIsNotThereIsRefused() throws IOException {
      file("window.xml", "<Dialog icon='red.svg'/>");
      assertThatThrownBy(() -> Layouts.load(folder.resolve("window.xml")))
          .isInstanceOf(LayoutException.class)
          .hasMessageContaining("there is no file for icon=\"red.svg\"");
    }
  }

  @Nested
  class IsRefused {
    @Test
    void aFileThatIsNotThereOrElsewhere() throws IOException {
      assertThat(refusal("<Label icon='save.svg'/>"))
          .isEqualTo(
              "window.xml:1:22: there is no file for icon=\"save.svg\"\n"
                  + "  it is looked for beside window.xml");
      for (String elsewhere :
          new String[] {"../a.svg", "/a.svg", "http://example.org/a.svg", "a/../../b.png"}) {
        assertThat(refusal("<Label icon='" + elsewhere + "'/>"))
            .contains("is not a file beside this one or below");
      }
      assertThat(refusal("<Label icon='a.gif'/>"))
          .contains("icon=\"a.gif\" is not an SVG or PNG file beside the layout");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            <image href='http://example.org/a.png'/>          | <image> is not allowed in it
            <script>x</script>                                | <script> is not allowed in it
            <use href='#a'/>                                  | <use> is not allowed in it
            <linearGradient id='a' href='#a'/>                | it refers to something that does not come before
            <mask id='a'><g mask='url(#a)'/></mask>           | it uses a mask or the like within another
            <linearGradient href='b.svg#a'/>                  | it refers to something outside
            <linearGradient xlink:href='file:///etc/passwd'/> | it refers to something outside
            <rect fill='url(http://example.org/#a)'/>         | it refers to something outside
            <rect style='fill: URL ( "b.svg#a" )'/>           | it refers to something outside
            <style>@import 'a.css';</style>                   | it refers to something outside
            <style>@\\69mport 'a.css';</style>                | it refers to something outside
            <?xml-stylesheet href='a.css'?>                   | a processing instruction is not allowed in it
            <rect                                             | it is no SVG
            """)
    void anSvgThatIsMoreThanAPicture(String content, String why) throws IOException {
      file("a.svg", svg(content));
      assertThat(refusal("<Label icon='a.svg'/>"))
          .isEqualTo("window.xml:1:22: icon=\"a.svg\" cannot be used\n  " + why);
    }

    @Test
    void anSvgWithADoctypeOrTooMuchInIt() throws IOException {
      file("a.svg", "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + svg("&x;"));
      assertThat(refusal("<Label icon='a.svg'/>")).contains("a DOCTYPE is not allowed in it");
      file("b.svg", svg("<g>".repeat(60) + "</g>".repeat(60)));
      assertThat(refusal("<Label icon='b.svg'/>")).contains("too many elements");
      file("c.svg", svg(" ".repeat(1 << 18)));
      assertThat(refusal("<Label icon='c.svg'/>")).contains("it is larger than 256 KB");
      file("d.svg", RED_SQUARE.replace("width='16' height='16'>", "width='9000' height='9000'>"));
      assertThat(refusal("<Label icon='d.svg'/>")).contains("1 to 1024 pixels");
    }

    @Test
    void aPngThatIsNoneOrWouldFillTheMemory() throws IOException {
      file("a.png", "no picture");
      assertThat(refusal("<Label icon='a.png'/>")).contains("it is no PNG");
      file("b.png", png(2000, 1, Color.RED));
      assertThat(refusal("<Label icon='b.png'/>")).contains("it is larger than 1024 pixels");
    }
  }
}
