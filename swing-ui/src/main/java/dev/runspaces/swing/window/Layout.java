package dev.runspaces.swing.window;

import dev.runspaces.Runspace;
import dev.runspaces.ScriptContext;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.component.ViewRoot;
import dev.runspaces.swing.edt.Edt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A layout that was loaded and found right: opens as many windows as wanted. Immutable, and safe
 * for use on any thread.
 */
public final class Layout {
  private final Plan plan;
  private final @Nullable Controller controller;

  Layout(Plan plan) {
    this(plan, null);
  }

  private Layout(Plan plan, @Nullable Controller controller) {
    this.plan = plan;
    this.controller = controller;
  }

  /**
   * Gives the layout the object whose methods its attributes name: {@code onClick="#save"} calls
   * the method {@code save} marked with {@link Handler}. All of them are looked up now. The methods
   * run in the runspace of the window, one at a time and in order with its events, and never on the
   * EDT.
   *
   * <pre>{@code
   * Layouts.load(Customers.class.getResource("customers.xml")).controller(this).open(context);
   * }</pre>
   *
   * @param controller the object
   * @return a layout with that controller
   * @throws dev.runspaces.swing.layout.LayoutException if it does not have all the methods that the
   *     layout names
   * @throws IllegalArgumentException if one cannot be called because its module does not open its
   *     package
   */
  public Layout controller(Object controller) {
    return new Layout(plan, Controller.of(controller, plan));
  }

  /**
   * Builds a window and shows it, for the script that calls: {@code open(context.runspace())}.
   *
   * @param context the script's context
   * @return the window, showing
   * @throws InterruptedException if the calling thread is interrupted while it waits for the EDT
   * @throws dev.runspaces.swing.layout.LayoutException if it needs a {@linkplain #controller
   *     controller} and has none
   * @throws java.awt.HeadlessException if there is no display; see {@link #openOffscreen}
   */
  public LayoutWindow open(ScriptContext context) throws InterruptedException {
    return open(context.runspace());
  }

  /**
   * Builds a window and shows it. Its events are raised in the runspace, and it is closed with the
   * runspace at the latest. May be called on any thread: the building is done on the EDT, and the
   * caller waits for it.
   *
   * @param runspace the runspace that the window belongs to
   * @return the window, showing
   * @throws InterruptedException if the calling thread is interrupted while it waits for the EDT
   * @throws dev.runspaces.swing.layout.LayoutException if it needs a {@linkplain #controller
   *     controller} and has none
   * @throws java.awt.HeadlessException if there is no display; see {@link #openOffscreen}
   */
  public LayoutWindow open(Runspace runspace) throws InterruptedException {
    return open(runspace, ScreenHost::of);
  }

  /**
   * Builds the same window where nobody sees it: no display is needed, its components can be found,
   * clicked and painted. For tests, and for pictures.
   *
   * @param runspace the runspace that the window belongs to
   * @return the window, as if it were showing
   * @throws InterruptedException if the calling thread is interrupted while it waits for the EDT
   * @throws dev.runspaces.swing.layout.LayoutException if it needs a {@linkplain #controller
   *     controller} and has none
   */
  public LayoutWindow openOffscreen(Runspace runspace) throws InterruptedException {
    return open(runspace, OffscreenHost::new);
  }

  private LayoutWindow open(Runspace runspace, Function<ViewRoot, WindowHost> host)
      throws InterruptedException {
    if (controller == null) {
      Controller.requireNone(plan);
    }
    var opened = new CompletableFuture<LayoutWindow>();
    try {
      return Edt.call(
          () -> {
            LayoutWindow window = LayoutWindow.open(plan, controller, runspace, host);
            opened.complete(window);
            return window;
          });
    } catch (InterruptedException stopped) {
      // It may be opened yet, but nobody would have it.
      CompletableFuture<Void> unused = opened.thenAccept(LayoutWindow::close);
      throw stopped;
    }
  }
}
