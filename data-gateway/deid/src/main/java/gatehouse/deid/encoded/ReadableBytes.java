package gatehouse.deid.encoded;

/** The pieces of bytes that are UTF-8 text; chance brings about no long ones. */
final class ReadableBytes {
  private static final int FEWEST_IDEOGRAPHS = 2;
  private static final int FEWEST_OTHERS = 8;

  private ReadableBytes() {}

  /** Pieces with two ideographs, or eight ASCII characters, and more; each ends in a line feed. */
  static String of(byte[] bytes, int length) {
    StringBuilder text = new StringBuilder();
    StringBuilder piece = new StringBuilder();
    int at = 0;
    int ideographs = 0;
    while (at <= length) {
      int point = at < length ? point(bytes, at, length) : -1;
      if (point >= 0) {
        piece.appendCodePoint(point);
        ideographs += point >= 0x2E80 ? 1 : 0;
        at += size(point);
        continue;
      }
      if (ideographs >= FEWEST_IDEOGRAPHS || piece.length() >= FEWEST_OTHERS) {
        text.append(piece).append('\n');
      }
      piece.setLength(0);
      ideographs = 0;
      at++;
    }
    return text.toString();
  }

  /** The character that begins here; -1 if none does, or one that no text holds. */
  private static int point(byte[] bytes, int at, int length) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return (first >= ' ' && first < 0x7F) || first == '\n' || first == '\t' ? first : -1;
    }
    int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : -1;
    if (more < 0 || first > 0xF4 || at + more >= length) {
      return -1;
    }
    int point = first & (0x3F >> more);
    for (int i = 1; i <= more; i++) {
      int next = bytes[at + i] & 0xFF;
      if (next >> 6 != 2) {
        return -1;
      }
      point = point << 6 | (next & 0x3F);
    }
    boolean shortest = point >= (more == 3 ? 0x10000 : more == 2 ? 0x800 : 0x80);
    return shortest && Character.isDefined(point) && !isSurrogate(point) ? point : -1;
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static int size(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
}
