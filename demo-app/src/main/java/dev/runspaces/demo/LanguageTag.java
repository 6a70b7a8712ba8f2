package dev.runspaces.demo;

import java.util.IllformedLocaleException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what {@code --language} is given; {@code Locale.forLanguageTag} takes anything. */
final class LanguageTag implements ITypeConverter<Locale> {

  LanguageTag() {}

  @Override
  public Locale convert(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException wrong) {
      throw new TypeConversionException("'" + tag + "' is not a tag like en or en-GB");
    }
  }
}
