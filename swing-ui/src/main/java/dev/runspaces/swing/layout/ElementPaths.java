package dev.runspaces.swing.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** In which elements the places of a text are; filled while the text is read. */
final class ElementPaths {
  /** More are not told: who reads a message wants to know where he is, not all the way. */
  private static final int MOST = 6;

  private final List<Start> starts = new ArrayList<>();
  private final Deque<Integer> open = new ArrayDeque<>();

  /** Where an element starts, and the number of the one that it is in; -1 for the root. */
  private record Start(SourceLocation location, String tag, int parent) {}

  void opened(String tag, SourceLocation location) {
    Integer parent = open.peek();
    open.push(starts.size());
    starts.add(new Start(location, tag, parent == null ? -1 : parent));
  }

  void closed() {
    open.pop();
  }

  /** Returns the tags around what is at a place, the outermost first. */
  List<String> around(SourceLocation place) {
    int at = lastAtOrBefore(place);
    var tags = new ArrayList<String>();
    for (int next = at < 0 ? -1 : starts.get(at).parent;
        next >= 0;
        next = starts.get(next).parent) {
      tags.add(0, Quoted.tag(starts.get(next).tag));
    }
    if (tags.size() > MOST) {
      List<String> inner = tags.subList(tags.size() - MOST + 1, tags.size());
      var shortened = new ArrayList<String>(List.of("..."));
      shortened.addAll(inner);
      return shortened;
    }
    return tags;
  }

  private int lastAtOrBefore(SourceLocation place) {
    int low = 0;
    int high = starts.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (starts.get(middle).location.compareTo(place) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }
}
