package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.component.Texts;
import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutFiles;
import dev.runspaces.swing.layout.LayoutLimits;
import dev.runspaces.swing.layout.ReferenceProblems;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What layouts may name: tags, and texts in a language. A registry and a function count as
 * themselves: two of them that do the same are two. Immutable.
 *
 * @param registry the tags
 * @param bundles finds the texts of a language; null if there are none
 * @param locale the language; null for the default
 * @param limits how large a layout may be
 */
record Vocabulary(
    ComponentRegistry registry,
    @Nullable Function<Locale, ResourceBundle> bundles,
    @Nullable Locale locale,
    LayoutLimits limits) {

  static Vocabulary of(ComponentRegistry registry) {
    return new Vocabulary(registry, null, null, LayoutLimits.STANDARD);
  }

  /** Returns the same with the language that its texts are in now. */
  Vocabulary now() {
    return locale != null || bundles == null ? this : in(Locale.getDefault());
  }

  Vocabulary in(Locale language) {
    return new Vocabulary(registry, bundles, language, limits);
  }

  Vocabulary withTexts(Function<Locale, ResourceBundle> others) {
    return new Vocabulary(registry, others, locale, limits);
  }

  Vocabulary within(LayoutLimits others) {
    return new Vocabulary(registry, bundles, locale, others);
  }

  /** Resolves a window without includes, which may name files. */
  Plan plan(LayoutDocument document, LayoutFiles files) {
    return Plan.of(document, registry, texts(document), files, limits);
  }

  /** Resolves a fragment without includes, which may name files and what is in its window. */
  Plan planOfFragment(LayoutDocument document, LayoutFiles files, @Nullable Plan window) {
    return Plan.ofFragment(document, registry, texts(document), files, window, limits);
  }

  private Texts texts(LayoutDocument document) {
    if (bundles == null) {
      return Texts.none(locale);
    }
    Locale language = locale != null ? locale : Locale.getDefault();
    try {
      return Texts.of(bundles, language);
    } catch (MissingResourceException missing) {
      throw new LayoutException(
          ReferenceProblems.bundleMissing(document.root().location(), language, missing), missing);
    }
  }
}
