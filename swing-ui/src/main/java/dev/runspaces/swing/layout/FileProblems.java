package dev.runspaces.swing.layout;

/** What can be wrong with a file that a layout names. */
public final class FileProblems {
  private FileProblems() {}

  /**
   * A name leads out of the folder, or is none.
   *
   * @param file the attribute that has it
   * @param example a right one
   * @return the problem
   */
  public static LayoutProblem badName(LayoutAttribute file, String example) {
    return new LayoutProblem(
        file.valueLocation(),
        LayoutProblem.written(file) + " is not a file beside this one or below",
        "write a name like " + example);
  }

  /**
   * There is no such file.
   *
   * @param file the attribute that names it
   * @return the problem
   */
  public static LayoutProblem missing(LayoutAttribute file) {
    return new LayoutProblem(
        file.valueLocation(),
        "there is no file for " + LayoutProblem.written(file),
        "it is looked for beside " + Quoted.name(file.location().source()));
  }

  /**
   * The file is too large.
   *
   * @param file the attribute that names it
   * @param most how many bytes it may have
   * @return the problem
   */
  public static LayoutProblem tooLarge(LayoutAttribute file, int most) {
    return unfit(file, "it is larger than " + (most >> 10) + " KB");
  }

  /**
   * The file is there, but cannot be used.
   *
   * @param file the attribute that names it
   * @param reason why, as a sentence about "it"
   * @return the problem
   */
  public static LayoutProblem unfit(LayoutAttribute file, String reason) {
    return new LayoutProblem(
        file.valueLocation(), LayoutProblem.written(file) + " cannot be used", reason);
  }
}
