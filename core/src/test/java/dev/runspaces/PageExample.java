package dev.runspaces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * An example on a page of the documentation: a {@code java} block, and the {@code text} block after
 * it, if there is one, as what it prints.
 *
 * @param heading the heading above it
 * @param number from 1, on the page
 * @param line where its code begins on the page, from 1
 */
record PageExample(
    String heading, int number, int line, List<String> code, Optional<List<String>> printed) {

  /** What every example may use without saying so. */
  private static final List<String> IMPORTS =
      List.of(
          "import com.google.common.eventbus.EventBus;",
          "import com.google.common.eventbus.Subscribe;",
          "import dev.runspaces.*;",
          "import dev.runspaces.event.*;",
          "import dev.runspaces.stream.*;",
          "import dev.runspaces.thread.*;",
          "import java.time.Duration;",
          "import java.util.*;",
          "import java.util.concurrent.*;");

  /** Reads all examples of a page, in their order. */
  static List<PageExample> on(Path page) throws IOException {
    var examples = new ArrayList<PageExample>();
    var heading = "";
    var line = 0;
    Iterator<String> lines = Files.readAllLines(page).iterator();
    while (lines.hasNext()) {
      String text = lines.next();
      line++;
      if (text.startsWith("#")) {
        heading = text.replaceFirst("^#+ ", "").replace("`", "");
      } else if (text.startsWith("```") && text.length() > 3) {
        List<String> block = blockOf(lines);
        if (text.equals("```java")) {
          int number = examples.size() + 1;
          examples.add(new PageExample(heading, number, line + 1, block, Optional.empty()));
        } else if (text.equals("```text") && !examples.isEmpty()) {
          PageExample last = examples.remove(examples.size() - 1);
          examples.add(last.printing(heading, block));
        }
        line += block.size() + 1;
      }
    }
    return examples;
  }

  private static List<String> blockOf(Iterator<String> lines) {
    var block = new ArrayList<String>();
    for (String text = lines.next(); !text.equals("```"); text = lines.next()) {
      block.add(text);
    }
    return block;
  }

  private PageExample printing(String nearest, List<String> output) {
    if (printed.isPresent() || !nearest.equals(heading)) {
      throw new IllegalStateException("\"" + nearest + "\" has a text block without an example");
    }
    return new PageExample(heading, number, line, code, Optional.of(output));
  }

  String className() {
    return "Example" + number;
  }

  /** Its code as a program, whose lines have the numbers that they have on the page. */
  String source() {
    return "\n".repeat(line - 2)
        + String.join(" ", IMPORTS)
        + " class "
        + className()
        + " { public static void main(String[] args) throws Exception {\n"
        + String.join("\n", code)
        + "\n}}\n";
  }

  @Override
  public String toString() {
    return heading + " (line " + line + ")";
  }
}
