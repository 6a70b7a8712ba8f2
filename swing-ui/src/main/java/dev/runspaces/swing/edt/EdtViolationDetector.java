package dev.runspaces.swing.edt;

import java.awt.Component;
import java.awt.EventQueue;
import java.lang.System.Logger.Level;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.RepaintManager;
import javax.swing.RootPaneContainer;
import org.jspecify.annotations.Nullable;

/**
 * Notices when a component that is on the screen is changed on another thread than the EDT, and
 * tells of it once for each place in the code: in the log, and to whoever {@linkplain #watch
 * watches} that window.
 *
 * <p>It sits where Swing asks for a repaint, so what changes nothing that is painted is not
 * noticed, such as a getter, or a listener that is added. What Swing allows on any thread is not
 * reported: {@code repaint()} called by the program itself, {@code revalidate()}, images that
 * arrive, and the threads on which Swing itself loads a page ({@code JEditorPane.setPage}) or lays
 * out a text.
 */
public final class EdtViolationDetector extends RepaintManager {
  private static final System.Logger LOG = System.getLogger("dev.runspaces.swing");
  private static final Object WATCHER = new Object();

  /** Threads of Swing's own, which know what they do: whatever is called from there is allowed. */
  private static final Set<String> SWINGS_OWN_THREADS =
      Set.of("javax.swing.JEditorPane$PageLoader", "javax.swing.text.LayoutQueue$LayoutThread");

  /** What changes components for whoever calls it: the place to tell is his. */
  private static final Set<String> PACKAGES_OF_LAYOUTS =
      Set.of("dev.runspaces.swing.component", "dev.runspaces.swing.window");

  private final Set<StackTraceElement> reported = ConcurrentHashMap.newKeySet();

  private EdtViolationDetector() {}

  /**
   * Installs the detector, unless the program has installed a repaint manager of its own. May be
   * called often, on the EDT.
   */
  public static void install() {
    Edt.require("EdtViolationDetector.install");
    if (RepaintManager.currentManager(null).getClass() == RepaintManager.class) {
      RepaintManager.setCurrentManager(new EdtViolationDetector());
    }
  }

  /**
   * Has a watcher told of violations in a window.
   *
   * @param root the window's root pane
   * @param watcher called on the thread that did wrong; should be quick
   */
  public static void watch(JRootPane root, Consumer<EdtViolationException> watcher) {
    root.putClientProperty(WATCHER, watcher);
  }

  @Override
  public synchronized void addInvalidComponent(JComponent component) {
    check(component);
    super.addInvalidComponent(component);
  }

  @Override
  public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
    check(component);
    super.addDirtyRegion(component, x, y, width, height);
  }

  private void check(JComponent component) {
    if (EventQueue.isDispatchThread() || !component.isDisplayable()) {
      return;
    }
    StackTraceElement[] stack = new Throwable().getStackTrace();
    if (!isAllowed(stack)) {
      StackTraceElement place = firstOfTheProgram(stack);
      if (reported.add(place)) {
        report(component, place);
      }
    }
  }

  /** {@code repaint} asked for by the program itself, and Swing's own work. */
  private static boolean isAllowed(StackTraceElement[] stack) {
    boolean repaint = false;
    boolean repaintBySwing = false;
    for (StackTraceElement frame : stack) {
      String method = frame.getMethodName();
      boolean isAnImage = method.equals("imageUpdate");
      if (isAnImage || SWINGS_OWN_THREADS.contains(frame.getClassName())) {
        return true;
      }
      if (method.equals("repaint") && isToolkit(frame)) {
        repaint = true;
        repaintBySwing = false;
      } else if (repaint && isToolkit(frame)) {
        repaintBySwing = true;
      }
    }
    return repaint && !repaintBySwing;
  }

  private static StackTraceElement firstOfTheProgram(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (!isToolkit(frame)
          && !frame.getClassName().startsWith("java.")
          && !PACKAGES_OF_LAYOUTS.contains(packageOf(frame))
          && !frame.getClassName().equals(EdtViolationDetector.class.getName())) {
        return frame;
      }
    }
    return stack[0];
  }

  private static String packageOf(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }

  private static boolean isToolkit(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.startsWith("javax.swing.")
        || type.startsWith("java.awt.")
        || type.startsWith("sun.")
        || type.startsWith("com.formdev.flatlaf.")
        || type.startsWith("net.miginfocom.");
  }

  private static void report(Component component, StackTraceElement place) {
    String name = component.getName() == null ? "" : " \"" + component.getName() + "\"";
    var violation =
        new EdtViolationException(
            "a "
                + typeOf(component).getSimpleName()
                + name
                + " was changed on thread \""
                + Thread.currentThread().getName()
                + "\" at "
                + place
                + ", but belongs to the EDT; wrap it in Edt.call(...) or Edt.run(...)");
    LOG.log(Level.WARNING, violation.getMessage(), violation);
    Consumer<?> watcher = watcherOf(component);
    if (watcher != null) {
      tell(watcher, violation);
    }
  }

  /**
   * Looks for the nearest one further out: an internal frame and a pop-up window have root panes of
   * their own, which nobody watches.
   */
  private static @Nullable Consumer<?> watcherOf(Component component) {
    for (Component at = component; at != null; at = at.getParent()) {
      JRootPane root =
          at instanceof RootPaneContainer frame
              ? frame.getRootPane()
              : at instanceof JRootPane pane ? pane : null;
      if (root != null && root.getClientProperty(WATCHER) instanceof Consumer<?> watcher) {
        return watcher;
      }
    }
    return null;
  }

  /** What a program would call it: Swing's class where it is one of layouts, or has no name. */
  private static Class<?> typeOf(Component component) {
    Class<?> type = component.getClass();
    while (type.isAnonymousClass() || isOfLayouts(type)) {
      type = type.getSuperclass();
    }
    return type;
  }

  private static boolean isOfLayouts(Class<?> type) {
    return PACKAGES_OF_LAYOUTS.contains(type.getPackageName())
        && !Modifier.isPublic(type.getModifiers());
  }

  @SuppressWarnings("unchecked") // only watch() puts one there
  private static void tell(Consumer<?> watcher, EdtViolationException violation) {
    ((Consumer<EdtViolationException>) watcher).accept(violation);
  }
}
