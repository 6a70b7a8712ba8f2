package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ReferenceProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The references of one layout to components that may come after them. For one use. */
final class References {
  private final Outside outside;
  private final Map<String, Class<?>> targets = new HashMap<>();
  private final Map<LayoutAttribute, ActionReference> actionUses = new LinkedHashMap<>();
  private final List<Use> uses = new ArrayList<>();

  References(Outside outside) {
    this.outside = outside;
  }

  /** One reference, and where it stands. */
  private record Use(LayoutAttribute given, ComponentReference reference) {}

  void declare(String name, Tag<?> tag) {
    targets.put(name, tag.product());
  }

  /** Returns what has a name, and of which class it is. */
  Map<String, Class<?>> names() {
    return targets;
  }

  void use(LayoutAttribute given, ComponentReference reference) {
    uses.add(new Use(given, reference));
  }

  void use(LayoutAttribute given, ActionReference action) {
    actionUses.put(given, action);
  }

  /** Looks each action up that something performs. */
  void checkActions(Set<String> actions, List<LayoutProblem> problems) {
    Map<String, String> known = new TreeMap<>();
    outside.actions().forEach(name -> known.put(name, name));
    actions.forEach(name -> known.put(name, name));
    for (Map.Entry<LayoutAttribute, ActionReference> use : actionUses.entrySet()) {
      String found = NameSpaces.find(known, use.getValue().space(), use.getValue().name());
      if (found == null && outside.isKnown()) {
        problems.add(ReferenceProblems.unknownReference(use.getKey(), "action", known.keySet()));
      }
    }
  }

  /** Looks each of them up; those of the right kind are what a message offers. */
  void check(List<LayoutProblem> problems) {
    Map<String, Class<?>> all = new HashMap<>(outside.components());
    all.putAll(targets);
    for (Use use : uses) {
      ComponentReference to = use.reference;
      Class<?> target = NameSpaces.find(all, to.space(), to.name());
      boolean isWrong = target == null ? outside.isKnown() : !to.type().isAssignableFrom(target);
      if (isWrong) {
        List<String> right =
            all.entrySet().stream()
                .filter(known -> to.type().isAssignableFrom(known.getValue()))
                .map(Map.Entry::getKey)
                .filter(name -> !Template.isRepeated(name))
                .toList();
        problems.add(ReferenceProblems.unknownReference(use.given, use.reference.kind(), right));
      }
    }
  }
}
