package dev.runspaces.swing.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever is done to a good layout, reading it gives a document or says what is wrong. */
class LayoutReaderMutationTest {
  private static final long SEED = 20_261_122;
  private static final int MUTATIONS = 5_000;

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

  private static final String GOOD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- the window of the quick start -->
      <Window xmlns="https://runspaces.dev/layout/1" title="Press &amp; Go" columns="[right][grow]">
        <Label text="Name:"/>
        <TextField name='name' columns="20" cell="growx
            wrap"/>
        <Panel layout="fill"><Button name="ok" text="OK &#x20AC;" onClick="Ok"></Button></Panel>
      </Window>
      """;

  private static final String[] PIECES = {
    "<",
    ">",
    "/",
    "</",
    "/>",
    "=",
    "\"",
    "'",
    "&",
    ";",
    "&#",
    "&#x",
    "&lt;",
    "&lol;",
    "!",
    "?",
    "--",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE a [",
    "<?xml ",
    "?>",
    "xmlns",
    "xmlns:",
    ":",
    " ",
    "\n",
    "\r",
    "\t",
    "\u0000",
    "\uFFFE",
    "\uD800",
    "\uDC00",
    "\uFEFF",
    "\u202E",
    "é",
    "1",
    "Button"
  };

  @Test
  void theGoodLayoutIsGood() {
    assertThat(LayoutReader.read("good.xml", GOOD).problems()).isEmpty();
  }

  @Test
  void everyMutationEndsInADocumentOrALayoutException() {
    Random random = new Random(SEED);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (int i = 0; i < MUTATIONS; i++) {
            read(mutated(random));
          }
        });
  }

  private static void read(String text) {
    try {
      LayoutDocument document = LayoutReader.read("mutated.xml", text);
      String[] lines = LINE_BREAK.split(text.replaceFirst("^\uFEFF", ""), -1);
      assertPlacesExist(document.root(), lines);
    } catch (LayoutException e) {
      assertThat(e.problems()).isNotEmpty();
    } catch (RuntimeException | StackOverflowError e) {
      fail("this text was too much for the reader:\n" + text, e);
    }
  }

  /** Counts lines in another way than the reader does. */
  private static void assertPlacesExist(LayoutElement element, String[] lines) {
    assertThat(textAt(element.location(), lines)).startsWith("<");
    for (LayoutAttribute attribute : element.attributes()) {
      String firstLine = LINE_BREAK.split(attribute.written(), -1)[0];
      assertThat(textAt(attribute.location(), lines)).startsWith(attribute.name());
      assertThat(textAt(attribute.valueLocation(), lines)).contains(firstLine);
    }
    for (LayoutElement child : element.children()) {
      assertPlacesExist(child, lines);
    }
  }

  private static String textAt(SourceLocation location, String[] lines) {
    return lines[location.line() - 1].substring(location.column() - 1);
  }

  /** One to three times: takes something out, puts something in, or doubles something. */
  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(GOOD);
    for (int times = random.nextInt(3); times >= 0; times--) {
      int start = random.nextInt(text.length());
      int end = Math.min(text.length(), start + random.nextInt(20));
      switch (random.nextInt(3)) {
        case 0 -> text.delete(start, end);
        case 1 -> text.insert(start, PIECES[random.nextInt(PIECES.length)]);
        default -> text.insert(start, text.substring(start, end));
      }
    }
    return text.toString();
  }
}
