package gatehouse.gateway.tripwire;

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

  private ShortCodes() {}

  /** In small letters, as folded text has them. */
  static List<String> of(String name) {
    List<String> codes = new ArrayList<>();
    for (Charset charset : CHARSETS) {
      byte[] bytes = name.getBytes(charset);
      codes.add(HexFormat.of().formatHex(bytes));
      codes.add(HexFormat.ofDelimiter(" ").formatHex(bytes));
      String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
      codes.add(base64.toLowerCase(Locale.ROOT));
      codes.add(base64.replace('+', '-').replace('/', '_').toLowerCase(Locale.ROOT));
    }
    return codes;
  }
}
