package gatehouse.deid.names;

import gatehouse.deid.normalise.NormalText;

/** Chinese surnames of one, two and more characters. */
public final class Surnames {
  private Surnames() {}

  /** Length of the surname that starts here, the longest first; 0 if none does. */
  public static int lengthAt(NormalText text, int at) {
    char first = text.at(at);
    if (NameCharacters.startsCompound(first)) {
      for (int length = 4; length >= 2; length--) {
        if (at + length <= text.length() && NameCharacters.isSurname(text.slice(at, at + length))) {
          return length;
        }
      }
    }
    return NameCharacters.isSurname(first) ? 1 : 0;
  }
}
