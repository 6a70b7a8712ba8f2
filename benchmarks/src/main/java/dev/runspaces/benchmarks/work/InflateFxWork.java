package dev.runspaces.benchmarks.work;

import dev.runspaces.benchmarks.form.FxForms;
import java.util.ArrayList;
import java.util.List;

/**
 * The same with JavaFX, which has a markup language too: in JVMs of its own, and a table of its
 * own.
 */
record InflateFxWork() implements Work {
  @Override
  public String name() {
    return "inflate-javafx";
  }

  @Override
  public String title() {
    return "a form is built on JavaFX's thread, and not shown";
  }

  @Override
  public String reference() {
    return FxForms.HAND;
  }

  @Override
  public List<String> notes() {
    return List.of(
        "A control has no skin before it is shown: compare the ratio with that of a layout above,"
            + " not the times.",
        "By hand and from FXML they are the same nodes, with the same rows, columns, identifiers and"
            + " handlers; none has a scene.",
        "Most of what FXML takes for a grid is to find GridPane.rowIndex and GridPane.columnIndex by"
            + " reflection, anew for each control: without a grid it takes much less.");
  }

  @Override
  public List<Integer> sizes(Effort effort) {
    return new InflateWork().sizes(effort);
  }

  @Override
  public String sizeOf() {
    return "components";
  }

  @Override
  public int warmUpRounds(int size) {
    return new InflateWork().warmUpRounds(size);
  }

  @Override
  public int rounds(Effort effort) {
    return new InflateWork().rounds(effort);
  }

  @Override
  public List<Entrant> open(int size, Effort effort) {
    int forms = InflateWork.formsOf(size);
    var entrants = new ArrayList<Entrant>();
    FxForms.all(size)
        .forEach(
            (contestant, form) ->
                entrants.add(
                    new Entrant(
                        contestant,
                        () ->
                            FxForms.onFxThread(
                                () ->
                                    InflateWork.measure(
                                        form::build, forms, FxForms::controlsOf, size)),
                        () -> {})));
    return entrants;
  }
}
