package gatehouse.gateway.tripwire;

import gatehouse.gateway.decoding.Folding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Codes of six or eight characters, as two Chinese characters have them, look like any word: they
 * are told from words only by knowing what to look for.
 */
final class ShortCodes {
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("GB18030"),
          StandardCharsets.UTF_16BE,
          StandardCharsets.UTF_16LE);

  /** In which systems of other countries read what Chinese ones wrote. */
  private static final List<Charset> CHARSETS_OF_OTHERS =
      List.of(
          StandardCharsets.ISO_8859_1, Charset.forName("windows-1252"), Charset.forName("GB18030"));

  private static final int SHORTEST_GARBLED = 3;

  private ShortCodes() {}

  /** å¼ ä¼Ÿ is 张伟 read with the wrong alphabet, and read again with the right one by anybody. */
  private static void garbled(byte[] bytes, Charset other, List<String> codes) {
    String text = Folding.fold(new String(bytes, other).replace("\uFFFD", "")).strip();
    if (text.length() >= SHORTEST_GARBLED) {
      codes.add(text);
    }
  }

  /** In small letters, as folded text has them. */
  static List<String> of(String name) {
    List<String> codes = new ArrayList<>();
    for (Charset charset : CHARSETS) {
      byte[] bytes = name.getBytes(charset);
      codes.add(HexFormat.of().formatHex(bytes));
      codes.add(HexFormat.ofDelimiter(" ").formatHex(bytes));
      String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
      codes.add(base64.toLowerCase(Locale.ROOT));
      CHARSETS_OF_OTHERS.forEach(other -> garbled(bytes, other, codes));
      codes.add(base64.replace('+', '-').replace('/', '_').toLowerCase(Locale.ROOT));
    }
    return codes;
  }
}
