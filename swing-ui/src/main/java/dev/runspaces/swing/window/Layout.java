package dev.runspaces.swing.window;

import dev.runspaces.Runspace;
import dev.runspaces.ScriptContext;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.component.ViewRoot;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutProblem;
import java.awt.Window;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A layout that was loaded and found right: opens as many windows as wanted. Immutable, and safe
 * for use on any thread.
 */
public final class Layout {
  private final Plan plan;
  private final Wiring wiring;
  private final @Nullable LayoutWindow owner;

  Layout(Plan plan) {
    this(plan, Wiring.NONE, null);
  }

  private Layout(Plan plan, Wiring wiring, @Nullable LayoutWindow owner) {
    this.plan = plan;
    this.wiring = wiring;
    this.owner = owner;
  }

  /**
   * Says which window a {@code <Dialog>} belongs to: it stays in front of it, opens in its middle,
   * and is closed with it. Swing's {@code owner}; a {@code <Window>} has none, and ignores it.
   *
   * @param window the owner
   * @return a layout with that owner
   */
  public Layout owner(LayoutWindow window) {
    return new Layout(plan, wiring, Objects.requireNonNull(window, "window"));
  }

  /**
   * Returns what may be a mistake, such as a button with an icon and nothing that a screen reader
   * could say. It is logged once, when the file is read.
   *
   * @return the warnings, in the order of the layout; immutable, empty if there are none
   */
  public List<LayoutProblem> warnings() {
    return plan.warnings();
  }

  /**
   * Gives the layout an object whose values its components show and edit: {@code
   * value="{customer.name}"} is the property {@code name} of the model {@code customer}. All of
   * them are looked up now, those of the items of lists when a window is opened. A component shows
   * what the model has, each edit is written to it, and what the model changes by itself is shown.
   * Other attributes, such as {@code text="{customer.city}"}, only show. The model is read and
   * written in the window's runspace, in order with its events, whoever has changed it. Only its
   * first values are read by the thread that opens the window, or {@linkplain LayoutWindow#load
   * loads} a fragment into it: by the EDT, if that is done there, and never else by the EDT.
   *
   * @param name the name of the model
   * @param model a {@link dev.runspaces.SharedState}, whose keys are the values; a bean, whose
   *     changes are noticed if it has {@code addPropertyChangeListener}; or, to be shown only, a
   *     record or a {@link java.util.Map}
   * @return a layout with that model
   * @throws dev.runspaces.swing.layout.LayoutException if the model does not have all the values
   *     that the layout names, of the types that the components show, or has no way to write one
   *     that is edited
   * @throws IllegalArgumentException if one cannot be called because its module does not open its
   *     package
   */
  public Layout model(String name, Object model) {
    Model checked = Model.of(model);
    Bindings.check(plan, name, checked);
    return new Layout(plan, wiring.withModel(name, checked), owner);
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
   *     layout names, or the layout not all that its {@link FromLayout} fields want
   * @throws IllegalArgumentException if one cannot be called because its module does not open its
   *     package
   */
  public Layout controller(Object controller) {
    Controller unused = Controller.of(controller, plan);
    return new Layout(plan, wiring.withTarget(controller), owner);
  }

  /**
   * Builds a window and shows it, for the script that calls: {@code open(context.runspace())}.
   *
   * @param context the script's context
   * @return the window, showing
   * @throws InterruptedException if the calling thread is interrupted while it waits for the EDT
   * @throws dev.runspaces.swing.layout.LayoutException if it needs a {@linkplain #controller
   *     controller} or a {@linkplain #model model} and has none, or a component of the program's
   *     own refuses a value
   * @throws IllegalStateException if the runspace is closed, or if it is a dialog whose {@linkplain
   *     #owner owner} is closed
   * @throws java.awt.HeadlessException if there is no display; see {@link #openOffscreen}
   */
  public LayoutWindow open(ScriptContext context) throws InterruptedException {
    return open(context.runspace());
  }

  /**
   * Builds a window and shows it; it does not wait for a modal dialog to be closed either, see
   * {@link LayoutWindow#awaitClosed}. Its events are raised in the runspace, and it is closed with
   * the runspace at the latest. May be called on any thread: the building is done on the EDT, and
   * the caller waits for it.
   *
   * @param runspace the runspace that the window belongs to
   * @return the window, showing
   * @throws InterruptedException if the calling thread is interrupted while it waits for the EDT
   * @throws dev.runspaces.swing.layout.LayoutException if it needs a {@linkplain #controller
   *     controller} or a {@linkplain #model model} and has none, or a component of the program's
   *     own refuses a value
   * @throws IllegalStateException if the runspace is closed, or if it is a dialog whose {@linkplain
   *     #owner owner} is closed
   * @throws java.awt.HeadlessException if there is no display; see {@link #openOffscreen}
   */
  public LayoutWindow open(Runspace runspace) throws InterruptedException {
    LayoutWindow window = open(runspace, view -> ScreenHost.of(view, ownerOf(view)));
    try {
      Edt.call(() -> window); // a modal dialog is shown by then
    } catch (InterruptedException stopped) {
      Edt.run(window::close); // nobody would have it
      throw stopped;
    }
    return window;
  }

  /** On the EDT. */
  private @Nullable Window ownerOf(ViewRoot view) {
    return owner == null || view.kind() != ViewRoot.Kind.DIALOG ? null : owner.asOwner();
  }

  /**
   * Builds the same window where nobody sees it: no display is needed, its components can be found,
   * clicked and painted. For tests, and for pictures.
   *
   * @param runspace the runspace that the window belongs to
   * @return the window, as if it were showing
   * @throws InterruptedException if the calling thread is interrupted while it waits for the EDT
   * @throws dev.runspaces.swing.layout.LayoutException if it needs a {@linkplain #controller
   *     controller} or a {@linkplain #model model} and has none, or a component of the program's
   *     own refuses a value
   * @throws IllegalStateException if the runspace is closed, or it is a dialog whose {@linkplain
   *     #owner owner} is
   */
  public LayoutWindow openOffscreen(Runspace runspace) throws InterruptedException {
    return open(
        runspace,
        view -> {
          Window unused = ownerOf(view); // or it is refused
          return new OffscreenHost(view);
        });
  }

  private LayoutWindow open(Runspace runspace, Function<ViewRoot, WindowHost> host)
      throws InterruptedException {
    Controller controller = wiring.controllerFor(plan);
    Bindings bindings = Bindings.read(plan, wiring.models(), 0, runspace);
    var opened = new CompletableFuture<LayoutWindow>();
    try {
      return Edt.call(
          () -> {
            try {
              LayoutWindow window =
                  LayoutWindow.open(plan, wiring, controller, bindings, runspace, host);
              if (owner != null) {
                owner.closeWithIt(window);
              }
              opened.complete(window);
              return window;
            } catch (RuntimeException | Error failure) {
              bindings.close();
              throw failure;
            }
          });
    } catch (InterruptedException stopped) {
      // It may be opened yet, but nobody would have it.
      CompletableFuture<Void> unused = opened.thenAccept(LayoutWindow::close);
      throw stopped;
    }
  }
}
