package dev.runspaces.swing.layout;

/** Which characters XML 1.0 (fifth edition) allows where. */
final class XmlCharacters {
  private XmlCharacters() {}

  static boolean isWhiteSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /** Whether the character may appear in a file at all, even as a reference. */
  static boolean isLegal(int c) {
    return c >= ' '
        ? c < Character.MIN_SURROGATE || isBetween(c, 0xE000, 0xFFFD) || isSupplementary(c)
        : c == '\t' || c == '\n' || c == '\r';
  }

  /** Returns the index of the first character that makes this no name, or -1 if it is one. */
  static int firstIllegalInName(String name) {
    for (int index = 0; index < name.length(); ) {
      int c = name.codePointAt(index);
      if (!(index == 0 ? isNameStart(c) : isNamePart(c))) {
        return index;
      }
      index += Character.charCount(c);
    }
    return name.isEmpty() ? 0 : -1;
  }

  private static boolean isNamePart(int c) {
    return isNameStart(c)
        || isBetween(c, '0', '9')
        || c == '-'
        || c == '.'
        || c == 0xB7
        || isBetween(c, 0x300, 0x36F)
        || isBetween(c, 0x203F, 0x2040);
  }

  private static boolean isNameStart(int c) {
    if (c < 0x80) {
      return isBetween(c, 'a', 'z') || isBetween(c, 'A', 'Z') || c == '_' || c == ':';
    }
    return (isBetween(c, 0xC0, 0x2FF) && c != 0xD7 && c != 0xF7)
        || (isBetween(c, 0x370, 0x1FFF) && c != 0x37E)
        || isBetween(c, 0x200C, 0x200D)
        || isBetween(c, 0x2070, 0x218F)
        || isBetween(c, 0x2C00, 0x2FEF)
        || isBetween(c, 0x3001, 0xD7FF)
        || isBetween(c, 0xF900, 0xFDCF)
        || isBetween(c, 0xFDF0, 0xFFFD)
        || isBetween(c, 0x10000, 0xEFFFF);
  }

  private static boolean isSupplementary(int c) {
    return isBetween(c, Character.MIN_SUPPLEMENTARY_CODE_POINT, Character.MAX_CODE_POINT);
  }

  private static boolean isBetween(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
