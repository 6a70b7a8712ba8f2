package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.FormProblems;
import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutProblem;
import java.text.Format;
import java.text.ParseException;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JFormattedTextField;
import javax.swing.JFormattedTextField.AbstractFormatter;
import javax.swing.text.InternationalFormatter;

/**
 * Whether a formatted field has one form, and the text that a layout gives it is of that. What its
 * user types is corrected by who types it; nobody would correct this.
 */
final class FormCheck {
  private FormCheck() {}

  static void check(LayoutElement element, Tag<?> tag, List<LayoutProblem> problems) {
    if (!JFormattedTextField.class.isAssignableFrom(tag.product())) {
      return;
    }
    List<LayoutAttribute> forms = formsOf(element, tag);
    for (int second = 1; second < forms.size(); second++) {
      problems.add(FormProblems.secondForm(forms.get(second), forms.get(0)));
    }
    LayoutAttribute text = element.attribute("text").orElse(null);
    if (forms.size() == 1 && text != null && isWritten(text)) {
      LayoutAttribute form = forms.get(0);
      Optional.ofNullable(TextTags.FORMS.get(form.name()))
          .flatMap(type -> type.read(form.value()))
          .filter(formatter -> !reads(formatter, SettingCompiler.asWritten(text)))
          .ifPresent(formatter -> problems.add(FormProblems.notOfForm(text, form)));
    }
  }

  /** In the order of the element; a program's own tag may mean something else. */
  private static List<LayoutAttribute> formsOf(LayoutElement element, Tag<?> tag) {
    var forms = new ArrayList<LayoutAttribute>();
    for (LayoutAttribute given : element.attributes()) {
      String name = given.name();
      if (TextTags.FORMS.containsKey(name)
          && tag.hasProperty(name)
          && tag.property(name).type() == TextTags.FORMS.get(name)) {
        forms.add(given);
      }
    }
    return forms;
  }

  /** What comes from a bundle or a model is not known yet, and what is empty is no text. */
  private static boolean isWritten(LayoutAttribute text) {
    return !text.value().isEmpty()
        && !LocalText.isKey(text.value())
        && ModelPath.read(text.value()).isEmpty();
  }

  /** In the language of the JVM, as the field does, or as layouts write numbers and dates. */
  private static boolean reads(Supplier<AbstractFormatter> maker, String text) {
    AbstractFormatter formatter = maker.get();
    if (formatter instanceof InternationalFormatter international) {
      Format format = international.getFormat();
      if (readsAll(format, text)) {
        return true;
      }
      LocalFormats.translate(format, Locale.ENGLISH);
      return readsAll(format, text);
    }
    try {
      Object unused = formatter.stringToValue(text);
      return true;
    } catch (ParseException notThatForm) {
      return false;
    }
  }

  private static boolean readsAll(Format format, String text) {
    var end = new ParsePosition(0);
    return format.parseObject(text, end) != null && end.getIndex() == text.length();
  }
}
