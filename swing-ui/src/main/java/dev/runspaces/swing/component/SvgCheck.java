package dev.runspaces.swing.component;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What an SVG file must not have to be an icon: anything that leads out of it, and so much of
 * anything that it would take long to paint.
 */
final class SvgCheck {
  private static final int MOST_ELEMENTS = 5_000;
  private static final int MOST_DEEP = 50;

  /** Other files, programs, other kinds of content; and what repeats others, as bombs do. */
  private static final Set<String> REFUSED =
      Set.of(
          "script",
          "foreignobject",
          "image",
          "feimage",
          "use",
          "a",
          "animate",
          "animatecolor",
          "animatemotion",
          "animatetransform",
          "set",
          "font-face-uri");

  private static final Pattern URL = Pattern.compile("(?i)url\\s*\\(\\s*(['\"]?)\\s*(.?)");

  private final Set<String> ids = new HashSet<>();

  /** How deep the outermost of those is that we are in; 0 outside of them. */
  private int usedAt;

  private SvgCheck() {}

  static void check(byte[] svg) throws UnfitPictureException {
    new SvgCheck().checkAll(svg);
  }

  private void checkAll(byte[] svg) throws UnfitPictureException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(svg));
      int depth = 0;
      int elements = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            elements++;
            depth++;
            if (usedAt == 0 && USED.contains(reader.getLocalName().toLowerCase(Locale.ROOT))) {
              usedAt = depth;
            }
            if (elements > MOST_ELEMENTS || depth > MOST_DEEP) {
              throw new UnfitPictureException("it has too many elements for an icon");
            }
            checkElement(reader);
          }
          case XMLStreamConstants.END_ELEMENT -> {
            usedAt = usedAt == depth ? 0 : usedAt;
            depth--;
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new UnfitPictureException("a DOCTYPE is not allowed in it");
          case XMLStreamConstants.PROCESSING_INSTRUCTION ->
              throw new UnfitPictureException("a processing instruction is not allowed in it");
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              checkText(reader.getText());
          default -> {
            // comments and the like
          }
        }
      }
    } catch (XMLStreamException broken) {
      throw new UnfitPictureException("it is no SVG");
    }
  }

  /** What is painted for each of its uses; used in one another they would double each time. */
  private static final Set<String> USED =
      Set.of("mask", "clippath", "pattern", "marker", "filter", "symbol");

  private void checkElement(XMLStreamReader reader) throws UnfitPictureException {
    String name = reader.getLocalName();
    if (REFUSED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new UnfitPictureException(
          "<" + name.toLowerCase(Locale.ROOT) + "> is not allowed in it");
    }
    for (int index = 0; index < reader.getAttributeCount(); index++) {
      String value = reader.getAttributeValue(index);
      boolean isReference = reader.getAttributeLocalName(index).equalsIgnoreCase("href");
      if (isReference && !value.strip().startsWith("#")) {
        throw new UnfitPictureException("it refers to something outside");
      }
      if (isReference && !ids.contains(value.strip().substring(1))) {
        throw new UnfitPictureException("it refers to something that does not come before");
      }
      if (usedAt > 0 && URL.matcher(value).find()) {
        throw new UnfitPictureException("it uses a mask or the like within another");
      }
      checkText(value);
    }
    // Not before: what refers to itself has no end.
    String id = reader.getAttributeValue(null, "id");
    if (id != null) {
      ids.add(id);
    }
  }

  /** With a backslash, CSS writes any word so that nobody recognizes it. */
  private static void checkText(String text) throws UnfitPictureException {
    boolean hidesOrImports =
        text.indexOf('\\') >= 0 || text.toLowerCase(Locale.ROOT).contains("@import");
    Matcher url = URL.matcher(text);
    boolean leadsOut = hidesOrImports;
    while (url.find()) {
      leadsOut |= !url.group(2).equals("#");
    }
    if (leadsOut) {
      throw new UnfitPictureException("it refers to something outside");
    }
  }
}
