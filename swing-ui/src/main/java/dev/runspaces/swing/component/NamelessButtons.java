package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.AbstractButton;

/**
 * Finds buttons that have only a picture to tell what they do, be it that of their action. For one
 * layout, and one use.
 */
final class NamelessButtons {
  private static final String ICON = "icon";
  private static final String TEXT = "text";

  private final List<LayoutProblem> warnings = new ArrayList<>();
  private final Map<String, LayoutElement> actions = new HashMap<>();

  /** Those that have what their actions give them. */
  private final Map<LayoutElement, ActionReference> performers = new LinkedHashMap<>();

  /** Looks at an element; actions may come after what performs them. */
  void look(LayoutElement element, Tag<?> tag) {
    if (tag.product() == LayoutAction.class) {
      element
          .attribute(AttributeNames.NAME)
          .ifPresent(name -> actions.put(element.space() + name.value(), element));
      return;
    }
    boolean isSilent =
        AbstractButton.class.isAssignableFrom(tag.product())
            && element.attribute(TEXT).isEmpty()
            && element.attribute("accessibleName").isEmpty();
    if (!isSilent) {
      return;
    }
    if (element.attribute(SettingCompiler.ACTION).isPresent()) {
      element
          .attribute(SettingCompiler.ACTION)
          .flatMap(given -> ActionTags.REFERENCE.read(given.value()))
          .ifPresent(action -> performers.put(element, action.in(element.space())));
    } else if (element.attribute(ICON).isPresent()) {
      warnings.add(LayoutProblem.namelessButton(element));
    }
  }

  /** Returns a warning for each of them, and one for an action however many perform it. */
  List<LayoutProblem> warnings() {
    var all = new ArrayList<>(warnings);
    var told = new ArrayList<LayoutElement>();
    performers.forEach(
        (button, reference) -> {
          LayoutElement action = NameSpaces.find(actions, reference.space(), reference.name());
          if (action == null || action.attribute(TEXT).isPresent()) {
            return;
          }
          if (button.attribute(ICON).isPresent()) {
            all.add(LayoutProblem.namelessButton(button));
          } else if (action.attribute(ICON).isPresent() && !told.contains(action)) {
            told.add(action);
            all.add(LayoutProblem.namelessAction(action, button));
          }
        });
    return all;
  }
}
