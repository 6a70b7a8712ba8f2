package dev.runspaces.benchmarks.form;

import static dev.runspaces.benchmarks.form.Trait.CLASSES;
import static dev.runspaces.benchmarks.form.Trait.LAYOUT;
import static dev.runspaces.benchmarks.form.Trait.LISTENERS;
import static dev.runspaces.benchmarks.form.Trait.NAMES;
import static dev.runspaces.benchmarks.form.Trait.PANELS;
import static dev.runspaces.benchmarks.form.Trait.ROOT_PANE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What another's form is, beside the one by hand. A test finds just these differences in what they
 * build.
 *
 * @param name the contestant
 * @param without what it leaves out, or has in another way
 * @param remark how that is
 */
public record Peer(String name, Set<Trait> without, String remark) {
  private static final List<Peer> ALL =
      List.of(
          new Peer(
              Forms.DECODER,
              EnumSet.of(ROOT_PANE, LAYOUT, LISTENERS),
              "grids of equal cells; an encoder writes no listeners"),
          new Peer(
              Forms.SIERRA,
              EnumSet.of(ROOT_PANE, PANELS, LAYOUT, NAMES, LISTENERS),
              "a panel for each line, in a column that aligns them; listeners would be added after"),
          new Peer(
              Forms.GROOVY,
              EnumSet.of(ROOT_PANE),
              "one builder for all forms, and the script is compiled before"),
          new Peer(
              Forms.SWIXML,
              EnumSet.of(ROOT_PANE, CLASSES),
              "an engine for each form, without its scripts; labels, fields and check boxes are"
                  + " subclasses of its own; MigLayout by a converter that is added to it"));

  /** Returns all that are compared in Swing. */
  static List<Peer> all() {
    return ALL;
  }

  /** Returns them all, each in a sentence. */
  public static List<String> notes() {
    return ALL.stream().map(Peer::note).toList();
  }

  private String note() {
    String left = without.stream().map(Trait::toString).collect(Collectors.joining(", "));
    return name + " lacks, or has in its own way: " + left + " (" + remark + ").";
  }
}
