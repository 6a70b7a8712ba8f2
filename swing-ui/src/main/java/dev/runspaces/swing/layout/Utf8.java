package dev.runspaces.swing.layout;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns bytes into text without replacing what is not UTF-8, as {@code new String} would. */
final class Utf8 {
  private Utf8() {}

  static String decode(String source, byte[] bytes) {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
    } catch (CharacterCodingException e) {
      int good = rest.position();
      String before = new String(bytes, 0, good, StandardCharsets.UTF_8);
      SourceText text = new SourceText(source, before, LayoutLimits.STANDARD);
      SourceLocation location = text.at(text.text().length());
      LayoutException problem =
          new LayoutException(List.of(DocumentProblems.notUtf8(location, bytes[good])));
      problem.initCause(e);
      throw problem;
    }
  }
}
