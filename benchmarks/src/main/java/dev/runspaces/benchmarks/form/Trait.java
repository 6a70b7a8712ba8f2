package dev.runspaces.benchmarks.form;

/** What a form by hand has, and what another may lack, or have in another way. */
enum Trait {
  ROOT_PANE("a root pane"),
  PANELS("the panels"),
  LAYOUT("MigLayout"),
  CLASSES("Swing's own classes"),
  NAMES("names"),
  LISTENERS("listeners");

  private final String words;

  Trait(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
