package dev.runspaces.stream;

/**
 * The streams that a script can write to, in PowerShell's order, each for one kind of item. Which
 * PowerShell numbers from 1 to 6, with progress beside them.
 */
public enum StreamName {
  /** The results, any objects. {@code Write-Output}. */
  OUTPUT(Object.class),
  /** Failures that did not end the script, throwables. {@code Write-Error}. */
  ERROR(Throwable.class),
  /** What a user should look at, text. {@code Write-Warning}. */
  WARNING(String.class),
  /** What a curious user wants to know, text. {@code Write-Verbose}. */
  VERBOSE(String.class),
  /** What a developer wants to know, text. {@code Write-Debug}. */
  DEBUG(String.class),
  /** Messages for users and logs, any objects. {@code Write-Information}, {@code Write-Host}. */
  INFORMATION(Object.class),
  /** How far it has come. {@code Write-Progress}. */
  PROGRESS(Progress.class);

  private final Class<?> itemType;

  StreamName(Class<?> itemType) {
    this.itemType = itemType;
  }

  /** {@return what each item of this stream is an instance of} */
  public Class<?> itemType() {
    return itemType;
  }
}
