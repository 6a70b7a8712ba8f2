package dev.runspaces.swing.component;

import java.util.HashMap;
import java.util.Map;

/**
 * What a program says of a tag of its own. Immutable.
 *
 * @param tag what the tag is; may be ""
 * @param attributes what its attributes are, by name
 */
record Docs(String tag, Map<String, String> attributes) {

  Docs withTag(String text) {
    return new Docs(text, attributes);
  }

  Docs withAttribute(String name, String text) {
    var more = new HashMap<>(attributes);
    more.put(name, text);
    return new Docs(tag, Map.copyOf(more));
  }
}
