package dev.runspaces.benchmarks.form;

/** Whose methods FXML names. Public, as they are called by reflection. */
public final class FxController {
  private final Runnable sink;

  FxController(Runnable sink) {
    this.sink = sink;
  }

  /** What buttons do. */
  public void save() {
    sink.run();
  }
}
