/**
 * The demo: a window in a runspace, whose clicks, closing and errors are handled in the parent. An
 * application, not a library: it exports nothing.
 */
module dev.runspaces.demo {
  requires dev.runspaces.swing;
  requires info.picocli;
  requires static org.jspecify;

  // So that core may call the @Subscribe methods, and picocli set the options.
  opens dev.runspaces.demo to
      dev.runspaces.core,
      info.picocli;
}
