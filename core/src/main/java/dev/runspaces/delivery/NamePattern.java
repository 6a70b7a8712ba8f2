package dev.runspaces.delivery;

import java.util.regex.Pattern;

/** Stub. */
public record NamePattern(Pattern p) {
  /** a */
  public static NamePattern of(String s) {
    return new NamePattern(
        Pattern.compile(
            Pattern.quote(s).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"),
            Pattern.CASE_INSENSITIVE));
  }

  /** a */
  public boolean matches(String s) {
    return p.matcher(s).matches();
  }
}
