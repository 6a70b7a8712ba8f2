package dev.runspaces.swing.include;

import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutFiles;
import dev.runspaces.swing.layout.LayoutLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;

/** Makes one document of a file and all that it includes. May be called on any thread. */
public final class Expansion {
  private Expansion() {}

  /** {@return whether a file is there to be used in others} */
  public static boolean isFragment(LayoutDocument document) {
    return document.root().tag().equals(Structure.FRAGMENT);
  }

  /**
   * Tells whether a fragment can be used without being told anything.
   *
   * @param fragment a fragment
   */
  public static boolean hasDefaults(LayoutDocument fragment) {
    return Fragment.of(fragment, new ArrayList<>()).hasDefaults();
  }

  /**
   * Expands a window.
   *
   * @param document the file
   * @param files what it may include
   * @param limits how large it may be with all that
   * @return the window without includes, filled slots and styles; what is wrong is among its
   *     problems
   * @throws IOException if a file that is there cannot be read
   * @throws dev.runspaces.swing.layout.LayoutException if so much is included that nothing can be
   *     made of it
   */
  public static LayoutDocument of(LayoutDocument document, LayoutFiles files, LayoutLimits limits)
      throws IOException {
    return new Expander(files, limits, document.problems()).window(document);
  }

  /**
   * Expands a fragment that is to be loaded by itself.
   *
   * @param document the file
   * @param files what it may include
   * @param limits how large it may be with all that
   * @param parameters what it is told
   * @param space what its names are to begin with
   * @return a slot with its content
   * @throws IOException if a file that is there cannot be read
   * @throws dev.runspaces.swing.layout.LayoutException if so much is included that nothing can be
   *     made of it
   */
  public static LayoutDocument of(
      LayoutDocument document,
      LayoutFiles files,
      LayoutLimits limits,
      Map<String, String> parameters,
      String space)
      throws IOException {
    return new Expander(files, limits, document.problems()).fragment(document, parameters, space);
  }
}
