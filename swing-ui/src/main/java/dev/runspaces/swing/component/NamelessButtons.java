package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.AbstractButton;
import org.jspecify.annotations.Nullable;

/**
 * Finds buttons that have only a picture to tell what they do, be it that of their action. For one
 * layout, and one use.
 */
final class NamelessButtons {
  private static final String ICON = "icon";
  private static final String TEXT = "text";

  private final List<LayoutProblem> warnings = new ArrayList<>();
  private final Map<String, LayoutElement> actions = new HashMap<>();

  /** Those that have what their actions give them, and where these are named. */
  private final Map<LayoutElement, LayoutAttribute> performers = new LinkedHashMap<>();

  /** Looks at an element; actions may come after what performs them. */
  void look(LayoutElement element, Tag<?> tag) {
    if (tag.product() == LayoutAction.class) {
      LayoutAttribute name = element.attribute(AttributeNames.NAME).orElse(null);
      if (name != null) {
        actions.put(element.space() + name.value(), element);
      }
    } else if (AbstractButton.class.isAssignableFrom(tag.product())
        && element.attribute(TEXT).isEmpty()
        && element.attribute("accessibleName").isEmpty()) {
      LayoutAttribute action = element.attribute(SettingCompiler.ACTION).orElse(null);
      if (action != null) {
        performers.put(element, action);
      } else if (element.attribute(ICON).isPresent()) {
        warnings.add(LayoutProblem.namelessButton(element));
      }
    }
  }

  /** Returns a warning for each of them, and one for an action however many perform it. */
  List<LayoutProblem> warnings() {
    var all = new ArrayList<>(warnings);
    var told = new HashSet<LayoutElement>();
    for (Map.Entry<LayoutElement, LayoutAttribute> performer : performers.entrySet()) {
      LayoutElement button = performer.getKey();
      LayoutElement action = actionOf(button, performer.getValue());
      if (action == null || action.attribute(TEXT).isPresent()) {
        continue;
      }
      if (button.attribute(ICON).isPresent()) {
        all.add(LayoutProblem.namelessButton(button));
      } else if (action.attribute(ICON).isPresent() && told.add(action)) {
        all.add(LayoutProblem.namelessAction(action, button));
      }
    }
    return all;
  }

  private @Nullable LayoutElement actionOf(LayoutElement button, LayoutAttribute reference) {
    ActionReference to = ActionTags.REFERENCE.read(reference.value()).orElse(null);
    return to == null ? null : NameSpaces.find(actions, button.space(), to.name());
  }
}
