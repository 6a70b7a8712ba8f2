package dev.runspaces.demo;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what {@code --window} is given. */
final class WindowName implements ITypeConverter<DemoWindow.Choice> {

  WindowName() {}

  @Override
  public DemoWindow.Choice convert(String name) {
    return Arrays.stream(DemoWindow.Choice.values())
        .filter(choice -> choice.toString().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + name + "' is none of " + names()));
  }

  private static String names() {
    return Arrays.stream(DemoWindow.Choice.values())
        .map(DemoWindow.Choice::toString)
        .collect(Collectors.joining(", "));
  }
}
