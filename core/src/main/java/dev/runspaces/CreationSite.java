package dev.runspaces;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Where a runspace was made: the calls that led there, for who forgets it. Those made at one place
 * share it, so that it takes no memory of each.
 */
final class CreationSite {
  /** How many calls are told: enough to find the place, and no more work the deeper it is. */
  private static final int DEPTH = 16;

  /** More places than a program has; what is made at others has an object of its own. */
  private static final int PLACES = 10_000;

  private static final StackWalker STACK = StackWalker.getInstance();
  private static final Map<List<Call>, CreationSite> KNOWN = new ConcurrentHashMap<>();

  private final StackTraceElement[] calls;

  /** What tells one call from another: found without looking up lines, which takes long. */
  private record Call(String className, String method, int instruction) {
    static Call of(StackFrame frame) {
      return new Call(frame.getClassName(), frame.getMethodName(), frame.getByteCodeIndex());
    }
  }

  private CreationSite(StackTraceElement[] calls) {
    this.calls = calls;
  }

  /** Returns the place from which this is called. */
  static CreationSite here() {
    List<Call> key = calls(Call::of);
    CreationSite known = KNOWN.get(key);
    return known == null ? firstHere(key) : known;
  }

  private static CreationSite firstHere(List<Call> key) {
    // Nothing of a frame is kept, as it knows its class, and so the loader of a plug-in.
    List<StackTraceElement> calls = calls(StackFrame::toStackTraceElement);
    var site = new CreationSite(calls.toArray(StackTraceElement[]::new));
    if (KNOWN.size() < PLACES) {
      KNOWN.put(key, site);
    }
    return site;
  }

  private static <T> List<T> calls(Function<StackFrame, T> view) {
    return STACK.walk(frames -> frames.skip(4).limit(DEPTH).map(view).toList());
  }

  /** Returns it as something that a log shows. */
  Throwable asThrowable(String runspace) {
    var made = new MadeHere(runspace);
    made.setStackTrace(calls);
    return made;
  }

  private static final class MadeHere extends Throwable {
    private static final long serialVersionUID = 1L;

    MadeHere(String runspace) {
      super("runspace \"" + runspace + "\" was made here", null, false, true);
    }
  }
}
