package dev.runspaces.swing.component;

import dev.runspaces.swing.component.BindingUse.Purpose;
import dev.runspaces.swing.component.PlanNode.Target;
import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ModelProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.AbstractButton;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/**
 * Turns attributes that name values of models into what ties these to each new component, and keeps
 * which they are. For one layout.
 */
final class BindingCompiler {
  private final List<LayoutProblem> problems;
  private final List<BindingUse> uses = new ArrayList<>();
  private final List<Template> templates = new ArrayList<>();

  /** What is compiled just now, if that is repeated. */
  private @Nullable RepeatScope repeated;

  BindingCompiler(List<LayoutProblem> problems) {
    this.problems = problems;
  }

  /** Returns what is not about the item of a list. */
  List<BindingUse> uses() {
    return uses;
  }

  List<Template> templates() {
    return templates;
  }

  /** Returns the attributes that share with a model what the user edits. */
  static List<LayoutAttribute> edited(LayoutElement element, Tag<?> tag) {
    boolean isPossible =
        element.attribute(AttributeNames.VALUE).isPresent()
            || element.attribute(Bindable.INDEX).isPresent();
    if (!isPossible) {
      return List.of(); // mostly; and what can be bound are many classes
    }
    var edited = new ArrayList<LayoutAttribute>();
    for (String name : Bindable.attributesOf(tag.product())) {
      element.attribute(name).filter(given -> isBinding(given, tag)).ifPresent(edited::add);
    }
    return edited;
  }

  /** Some tags have a property of that name, which a number goes to. */
  private static boolean isBinding(LayoutAttribute given, Tag<?> tag) {
    return given.value().startsWith("{") || !tag.hasProperty(given.name());
  }

  /** Shares with a model what the user edits. */
  <T> Optional<Consumer<Target<T>>> editing(LayoutAttribute given, Tag<T> tag, Bindable bindable) {
    return use(given, tag, bindable.type(), Purpose.EDIT)
        .map(
            use -> target -> target.context().bind(use, new ComponentValue(bindable, target.it())));
  }

  /** Notes that a value of a model is used; empty, after saying why, if it is none. */
  private Optional<BindingUse> use(
      LayoutAttribute given, Tag<?> tag, Class<?> type, Purpose purpose) {
    Optional<BindingUse> found =
        ModelPath.read(given.value())
            .map(
                path ->
                    new BindingUse(
                        given, tag.name(), path.model(), path.property(), type, purpose));
    found.ifPresentOrElse(
        this::note, () -> problems.add(LayoutProblem.badValue(given, ModelPath.EXPECTED)));
    return found;
  }

  /** What is not about an item is the layout's. */
  private void note(BindingUse use) {
    if (repeated != null) {
      repeated.note(use);
    }
    if (repeated == null || !repeated.isItem(use.model())) {
      uses.add(use);
    }
  }

  /** Has the component show a value of a model, and the next ones. */
  <T, V> Optional<Consumer<Target<T>>> showing(
      LayoutAttribute given, Tag<T> tag, Property<T, V> property, Class<?> type) {
    if (isEditedByUsers(given, tag.product())) {
      problems.add(ModelProblems.onlyShown(given));
      return Optional.empty();
    }
    return use(given, tag, type, Purpose.SHOW)
        .map(
            use ->
                target ->
                    target
                        .context()
                        .bind(
                            use,
                            new ComponentValue(
                                Bindable.shown(type, value -> show(property, target, value)),
                                target.it())));
  }

  private static boolean isEditedByUsers(LayoutAttribute given, Class<?> product) {
    return switch (given.name()) {
      case "text" -> JTextComponent.class.isAssignableFrom(product);
      case "selected" -> AbstractButton.class.isAssignableFrom(product);
      default -> false;
    };
  }

  private static <T, V> void show(Property<T, V> property, Target<T> target, Object value) {
    V shown =
        property
            .type()
            .read(asWritten(property.type(), String.valueOf(value)))
            .orElseThrow(
                () -> new IllegalArgumentException("it is not " + property.type().expected()));
    property.setter().set(target.it(), shown, target.context());
  }

  /** What comes from data is plain text: without mnemonics, and no HTML. */
  private static String asWritten(Object type, String text) {
    String written = type == MnemonicText.TYPE ? text.replace("&", "&&") : text;
    return BasicHTML.isHTMLString(written) ? ' ' + written : written;
  }

  /**
   * Begins with what is repeated for each item of a list.
   *
   * @return where its values are noted
   */
  RepeatScope beginRepeat(LayoutElement element, Tag<?> tag) {
    LayoutAttribute items = element.attribute(Template.ITEMS).orElse(null);
    LayoutAttribute as = element.attribute(Template.AS).orElse(null);
    if (items == null) {
      problems.add(LayoutProblem.missingAttribute(element, Template.ITEMS));
    }
    if (as == null) {
      problems.add(LayoutProblem.missingAttribute(element, Template.AS));
    } else if (repeated != null && repeated.isItem(as.value())) {
      problems.add(ModelProblems.itemNameTaken(as));
    }
    BindingUse use =
        items == null || ModelPath.read(items.value()).isEmpty()
            ? null // which is told as of any attribute
            : use(items, tag, Iterable.class, Purpose.REPEAT).orElse(null);
    String item = as == null ? "" : as.value();
    repeated = new RepeatScope(item, use, repeated);
    return repeated;
  }

  /** Ends with that. */
  void endRepeat(RepeatScope scope, @Nullable Template template) {
    repeated = scope.outer();
    if (template == null) {
      return;
    }
    if (repeated == null) {
      templates.add(template);
    } else {
      repeated.note(template);
    }
  }
}
