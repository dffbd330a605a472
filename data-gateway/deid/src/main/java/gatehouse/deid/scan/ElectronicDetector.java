package gatehouse.deid.scan;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;

/** E-mail, web, network and hardware addresses. */
public final class ElectronicDetector implements Detector {
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_HOST = 255;

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.at(i)) {
        case '@' -> mail(text, i, findings);
        case '/' -> i = web(text, i, findings);
        case '.' -> i = dot(text, i, findings);
        case '-' -> hardware(text, i, findings);
        case ':' -> colons(text, i, findings);
        default -> {}
      }
    }
  }

  private static void mail(NormalText text, int at, Findings findings) {
    int nameEnd = LabelValue.skipBlanks(text, at + 1);
    int start = at;
    while (Glyphs.isBlank(text.at(start - 1)) && at - start < 2) {
      start--;
    }
    int nameStop = start;
    while (isMailName(text.at(start - 1)) && nameStop - start < LONGEST_NAME) {
      start--;
    }
    int end = hostEnd(text, nameEnd);
    if (start < nameStop && end > nameEnd && text.slice(nameEnd, end).indexOf('.') > 0) {
      findings.add(Type.EMAIL, start, end, 0.99, Stage.SCAN);
    }
  }

  /** {@code scheme://…} up to the first character a web address cannot hold. */
  private static int web(NormalText text, int at, Findings findings) {
    if (text.at(at + 1) != '/' || text.at(at - 1) != ':') {
      return at;
    }
    int start = at - 1;
    while (Glyphs.isLetter(text.at(start - 1)) && at - start < 12) {
      start--;
    }
    int end = at + 2;
    while (isWeb(text.at(end))) {
      end++;
    }
    if (start < at - 1 && end > at + 4) {
      findings.add(Type.URL, start, end, 0.9, Stage.SCAN);
      return end;
    }
    return at;
  }

  /** An address of four numbers, or a host that begins with www. */
  private static int dot(NormalText text, int dot, Findings findings) {
    boolean www = dot >= 3 && text.slice(dot - 3, dot).equalsIgnoreCase("www");
    if (!www || Glyphs.isWord(text.at(dot - 4)) || text.at(dot - 4) == '/') {
      ipv4(text, dot, findings);
      return dot;
    }
    int end = dot + 1;
    while (isWeb(text.at(end))) {
      end++;
    }
    findings.add(Type.URL, dot - 3, end, 0.9, Stage.SCAN);
    return end - 1;
  }

  /** 00-1A-2B-3C-4D-5E: acts on the first hyphen. */
  private static void hardware(NormalText text, int hyphen, Findings findings) {
    int start = hyphen - 2;
    if (start < 0 || Glyphs.isWord(text.at(start - 1)) || text.at(start - 1) == '-') {
      return;
    }
    boolean letters = false;
    for (int i = 0; i < 17; i++) {
      char c = text.at(start + i);
      letters |= Glyphs.isLetter(c);
      if (i % 3 == 2 ? c != '-' : !isHex(c)) {
        return;
      }
    }
    char after = text.at(start + 17);
    if (letters && after != '-' && !Glyphs.isWord(after)) {
      findings.add(Type.MAC_ADDRESS, start, start + 17, 0.9, Stage.SCAN);
    }
  }

  /** Called at every dot: acts on the first of three. */
  private static void ipv4(NormalText text, int dot, Findings findings) {
    int start = dot;
    while (Glyphs.isDigit(text.at(start - 1)) && dot - start < 4) {
      start--;
    }
    if (start == dot || text.at(start - 1) == '.' || Glyphs.isWord(text.at(start - 1))) {
      return;
    }
    int parts = 0;
    int at = start;
    while (parts < 4) {
      int end = at;
      while (Glyphs.isDigit(text.at(end)) && end - at < 4) {
        end++;
      }
      if (end == at || Integer.parseInt(text.slice(at, end)) > 255) {
        return;
      }
      parts++;
      at = parts < 4 ? end + 1 : end;
      if (parts < 4 && text.at(end) != '.') {
        return;
      }
    }
    boolean more = text.at(at) == '.' && Glyphs.isDigit(text.at(at + 1));
    if (!more && !Glyphs.isWord(text.at(at))) {
      findings.add(Type.IP_ADDRESS, start, at, 0.9, Stage.SCAN);
    }
  }

  /** Hexadecimal groups between colons: six pairs are hardware, with {@code ::} or eight IPv6. */
  private static void colons(NormalText text, int colon, Findings findings) {
    int start = colon;
    while (isHex(text.at(start - 1)) && colon - start < 5) {
      start--;
    }
    boolean goesOn = text.at(start - 1) == ':' && !isLabel(text, start - 2);
    if (goesOn || Glyphs.isWord(text.at(start - 1))) {
      return;
    }
    int end = colon;
    int groups = start < colon ? 1 : 0;
    boolean pairs = colon - start == 2;
    boolean gap = false;
    while (text.at(end) == ':' && end - start < 48) {
      gap |= text.at(end + 1) == ':';
      int from = text.at(end + 1) == ':' ? end + 2 : end + 1;
      int to = from;
      while (isHex(text.at(to)) && to - from < 5) {
        to++;
      }
      groups += to > from ? 1 : 0;
      pairs &= to - from == 2;
      end = to;
      if (to == from) {
        break;
      }
    }
    if (pairs && groups == 6) {
      findings.add(Type.MAC_ADDRESS, start, end, 0.9, Stage.SCAN);
    } else if (groups == 8 || (gap && groups >= 1 && hasDigit(text, start, end))) {
      findings.add(Type.IP_ADDRESS, start, end, 0.85, Stage.SCAN);
    }
  }

  /** Whether what ends here, before a colon, is a word such as IP and no group of an address. */
  private static boolean isLabel(NormalText text, int last) {
    int at = last;
    while (isHex(text.at(at)) && last - at < 5) {
      at--;
    }
    return at == last ? text.at(last) != ':' : Glyphs.isWord(text.at(at));
  }

  private static boolean hasDigit(NormalText text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Glyphs.isDigit(text.at(i))) {
        return true;
      }
    }
    return false;
  }

  private static int hostEnd(NormalText text, int from) {
    int end = from;
    while (isHost(text.at(end)) && end - from < LONGEST_HOST) {
      end++;
    }
    while (end > from && (text.at(end - 1) == '.' || text.at(end - 1) == '-')) {
      end--;
    }
    return end;
  }

  private static boolean isMailName(char c) {
    return Glyphs.isWord(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
  }

  private static boolean isHost(char c) {
    return Glyphs.isWord(c) || c == '.' || c == '-';
  }

  private static boolean isHex(char c) {
    return Glyphs.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isWeb(char c) {
    return Glyphs.isWord(c) || "-._~:/?#[]@!$&'()*+=%".indexOf(c) >= 0;
  }
}
