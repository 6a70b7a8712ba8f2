package dev.runspaces.swing.component;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a layout's {@code %key} values, and the language that they are in. FXML's resources,
 * but checked when the layout is loaded. Immutable, and safe for use on any thread.
 */
public final class Texts {
  private final @Nullable Function<Locale, ResourceBundle> bundles;

  /** Null for that of Swing: to ask for it earlier than it is needed would start AWT. */
  private final @Nullable Locale locale;

  private final @Nullable ResourceBundle bundle;

  private Texts(
      @Nullable Function<Locale, ResourceBundle> bundles,
      @Nullable Locale locale,
      @Nullable ResourceBundle bundle) {
    this.bundles = bundles;
    this.locale = locale;
    this.bundle = bundle;
  }

  /**
   * Has no texts, only a language.
   *
   * @param locale the language; null for Swing's default, whatever it is when it is needed
   * @return no texts
   */
  public static Texts none(@Nullable Locale locale) {
    return new Texts(null, locale, null);
  }

  /**
   * Takes the texts of resource bundles.
   *
   * @param bundles finds the bundle of a language; called on any thread, now and when another
   *     language is wanted
   * @param locale the language
   * @return the texts in that language
   * @throws MissingResourceException if there is no bundle for it
   */
  public static Texts of(Function<Locale, ResourceBundle> bundles, Locale locale) {
    return new Texts(bundles, locale, bundles.apply(locale));
  }

  /**
   * Translates them.
   *
   * @param other another language
   * @return the texts in that one
   * @throws MissingResourceException if there is no bundle for it
   */
  public Texts in(Locale other) {
    if (other.equals(locale)) {
      return this;
    }
    return bundles == null ? none(other) : of(bundles, other);
  }

  /** {@return the language} */
  public Locale locale() {
    return locale != null ? locale : JComponent.getDefaultLocale();
  }

  /** Tells whether there are any: without, a key is a mistake of the program, not of the layout. */
  boolean areThere() {
    return bundle != null;
  }

  Optional<String> find(String key) {
    try {
      return bundle == null ? Optional.empty() : Optional.of(bundle.getString(key));
    } catch (MissingResourceException | ClassCastException noText) {
      return Optional.empty();
    }
  }

  Set<String> keys() {
    return bundle == null ? Set.of() : bundle.keySet();
  }
}
