package dev.runspaces.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of the README, or of another page, as they are written there. */
final class Readme {
  private static final Pattern CLASS = Pattern.compile("^class (\\w+)", Pattern.MULTILINE);

  private final String text;

  private Readme(String text) {
    this.text = text;
  }

  /** A block of code, and the block of text after it: what the code prints. */
  record Example(String code, String printed) {
    String className() {
      Matcher matcher = CLASS.matcher(code);
      if (!matcher.find()) {
        throw new AssertionError("no class in " + code);
      }
      return matcher.group(1);
    }
  }

  static Readme read() throws IOException {
    // Tests run in their module's folder.
    return new Readme(Files.readString(Path.of("../README.md")));
  }

  static Readme page(String name) throws IOException {
    return new Readme(Files.readString(Path.of("..", "docs", name)));
  }

  /** Returns the example behind a comment such as {@code <!-- run: worker -->}. */
  Example example(String mark) {
    int start = text.indexOf("<!-- " + mark + " -->");
    if (start < 0) {
      throw new AssertionError("the page has no mark " + mark);
    }
    String code = block(start);
    int behind = text.indexOf("```", text.indexOf(code, start) + code.length()) + 3;
    // The last example of a page may print nothing.
    return new Example(code, text.indexOf("\n```", behind) < 0 ? "" : block(behind));
  }

  /** Returns the next fenced block, without its fences. */
  private String block(int from) {
    int opening = text.indexOf("\n```", from) + 1;
    int start = text.indexOf('\n', opening) + 1;
    return text.substring(start, text.indexOf("```", start));
  }
}
