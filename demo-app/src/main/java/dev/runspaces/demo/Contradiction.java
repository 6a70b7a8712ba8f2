package dev.runspaces.demo;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Options that do not go together, each with those that it leaves no room for. */
enum Contradiction {
  REUSE(
      "--reuse",
      "it opens no window",
      ImmutableList.of("--fail", "--window", "--layout", "--snapshot", "--dark", "--language")),
  FAIL(
      "--fail",
      "its script fails before there is a window",
      ImmutableList.of("--window", "--layout", "--snapshot", "--dark", "--language")),
  WINDOW("--window", "each names a window to open", ImmutableList.of("--layout"));

  private final String option;
  private final String reason;
  private final ImmutableList<String> others;

  Contradiction(String option, String reason, ImmutableList<String> others) {
    this.option = option;
    this.reason = reason;
    this.others = others;
  }

  /** Says what is wrong with a call, and what would be right; empty if nothing is. */
  static Optional<String> in(ParseResult call) {
    for (Contradiction one : values()) {
      List<String> clashing = one.others.stream().filter(call::hasMatchedOption).toList();
      if (call.hasMatchedOption(one.option) && !clashing.isEmpty()) {
        String others = String.join(" and ", clashing);
        return Optional.of(
            one.option
                + " does not go with "
                + others
                + ": "
                + one.reason
                + "\n  leave out "
                + one.option
                + " or "
                + others);
      }
    }
    return Optional.empty();
  }
}
