package dev.runspaces.swing.component;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is noted while something is compiled that is repeated for each item of a list. */
final class RepeatScope {
  private final String as;
  private final @Nullable BindingUse items;
  private final @Nullable RepeatScope outer;
  private final List<BindingUse> uses = new ArrayList<>();
  private final List<Template> templates = new ArrayList<>();

  RepeatScope(String as, @Nullable BindingUse items, @Nullable RepeatScope outer) {
    this.as = as;
    this.items = items;
    this.outer = outer;
  }

  String as() {
    return as;
  }

  /** Returns the list; null if that is a mistake. */
  @Nullable BindingUse items() {
    return items;
  }

  @Nullable RepeatScope outer() {
    return outer;
  }

  /** Tells whether a name stands for an item, here or further out. */
  boolean isItem(String model) {
    return model.equals(as) || (outer != null && outer.isItem(model));
  }

  void note(BindingUse use) {
    uses.add(use);
  }

  void note(Template template) {
    templates.add(template);
  }

  List<BindingUse> uses() {
    return uses;
  }

  List<Template> templates() {
    return templates;
  }
}
