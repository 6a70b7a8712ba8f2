package dev.runspaces.swing.layout;

/** What can be wrong with a text that must be of a certain form. */
public final class FormProblems {
  private FormProblems() {}

  /**
   * A text is not of the form that its field takes.
   *
   * @param text the attribute that has the text
   * @param form the attribute that says the form
   * @return the problem
   */
  public static LayoutProblem notOfForm(LayoutAttribute text, LayoutAttribute form) {
    return new LayoutProblem(
        text.valueLocation(),
        LayoutProblem.written(text) + " is not of the form " + LayoutProblem.written(form));
  }

  /**
   * A field has another form already.
   *
   * @param second the attribute that says the second form
   * @param first the attribute that says the first one
   * @return the problem
   */
  public static LayoutProblem secondForm(LayoutAttribute second, LayoutAttribute first) {
    return new LayoutProblem(
        second.location(),
        LayoutProblem.written(second)
            + " is a second form beside "
            + LayoutProblem.written(first)
            + ", and a text has one");
  }
}
