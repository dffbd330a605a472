package gatehouse.gateway.egress;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** The ways in which a program or a person may write one value: by name, what is done to it. */
public final class Spellings {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String RFC1924 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

  private Spellings() {}

  /** Of any text. */
  public static Map<String, UnaryOperator<String>> ofText() {
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    all.put("plain", s -> s);
    all.put("base64", s -> base64(s.getBytes(UTF_8)));
    all.put("base64 GB18030", s -> base64(s.getBytes(GB18030)));
    all.put("base64 UTF-16", s -> base64(s.getBytes(UTF_16BE)));
    all.put("base64 twice", s -> base64(base64(s.getBytes(UTF_8)).getBytes(UTF_8)));
    all.put("base64 of full width", s -> base64(fullWidth(s).getBytes(UTF_8)));
    all.put("base64 in pieces", s -> base64(s.getBytes(UTF_8)).replaceAll("(.{4})(?=.)", "$1 "));
    all.put("base64 in points", s -> base64(s.getBytes(UTF_8)).replaceAll("(.{4})(?=.)", "$1."));
    all.put("URL of base64", s -> percents(base64(s.getBytes(UTF_8)).getBytes(UTF_8)));
    all.put("base64 of URL", s -> base64(percents(s.getBytes(UTF_8)).getBytes(UTF_8)));
    all.put("base64 of hex", s -> base64(hex(s.getBytes(UTF_8), "", "").getBytes(UTF_8)));
    all.put("data URL", s -> "data:text/plain;base64," + base64(s.getBytes(UTF_8)));
    all.put("gzip base64", s -> base64(packed(s, false)));
    all.put("gzip base64 url", s -> base64(packed(s, false)).replace('+', '-').replace('/', '_'));
    all.put("zlib base64", s -> base64(packed(s, true)));
    all.put("gzip hex", s -> hex(packed(s, false), "", ""));
    all.put("base32", s -> base32(s.getBytes(UTF_8)));
    all.put("base32 small", s -> base32(s.getBytes(UTF_8)).toLowerCase(java.util.Locale.ROOT));
    all.put("base85", s -> base85(s.getBytes(UTF_8), RFC1924));
    all.put("ascii85", s -> "<~" + base85(s.getBytes(UTF_8), ascii85()) + "~>");
    all.put("hex", s -> hex(s.getBytes(UTF_8), "", ""));
    all.put("hex GB18030", s -> hex(s.getBytes(GB18030), "", ""));
    all.put("hex UTF-16", s -> hex(s.getBytes(UTF_16BE), "", ""));
    all.put("hex with blanks", s -> hex(s.getBytes(UTF_8), "", " "));
    all.put("hex with colons", s -> hex(s.getBytes(UTF_8), "", ":"));
    all.put("hex 0x", s -> hex(s.getBytes(UTF_8), "0x", ", "));
    all.put("hex \\x", s -> hex(s.getBytes(UTF_8), "\\x", ""));
    all.put("hex glued", s -> "a" + hex(s.getBytes(UTF_8), "", ""));
    all.put(
        "quoted printable",
        s -> hex(s.getBytes(UTF_8), "=", "").toUpperCase(java.util.Locale.ROOT));
    all.put("octal", s -> bytes(s, b -> "\\%03o".formatted(b), ""));
    all.put(
        "binary",
        s -> bytes(s, b -> "%8s".formatted(Integer.toBinaryString(b)).replace(' ', '0'), " "));
    all.put("bytes as numbers", s -> "[" + bytes(s, Integer::toString, ", ") + "]");
    all.put("bytes of Java", s -> "[" + bytes(s, b -> Integer.toString((byte) b), ", ") + "]");
    all.put("URL", s -> percents(s.getBytes(UTF_8)));
    all.put("URL twice", s -> percents(percents(s.getBytes(UTF_8)).getBytes(UTF_8)));
    all.put("%u", s -> points(s, "%%u%04X", ""));
    all.put("\\u", s -> points(s, "\\u%04x", ""));
    all.put("\\u{}", s -> points(s, "\\u{%x}", ""));
    all.put("\\x{}", s -> points(s, "\\x{%x}", ""));
    all.put("\\U", s -> points(s, "\\U%08x", ""));
    all.put("U+", s -> points(s, "U+%04X", " "));
    all.put("u without a sign", s -> points(s, "u%04x", ""));
    all.put("code points 0x", s -> points(s, "0x%04x", ","));
    all.put("code points", s -> points(s, "%d", " "));
    all.put("code points in a list", s -> points(s, "%d", ", "));
    all.put("code points hex", s -> points(s, "%04x", " "));
    all.put("CSS", s -> points(s, "\\%06x", " "));
    all.put("entities", s -> points(s, "&#%d;", ""));
    all.put("entities hex", s -> points(s, "&#x%x;", ""));
    all.put("entities escaped", s -> points(s, "&amp;#%d;", ""));
    all.put("full width", Spellings::fullWidth);
    all.put("zero width", s -> String.join("\u200b", s.split("")));
    all.put("tags", s -> String.join("<b></b>", s.split("")));
    all.put("right to left", s -> "\u202e" + new StringBuilder(s).reverse() + "\u202c");
    all.put("emoji between", s -> String.join("😀", s.split("")));
    return all;
  }

  /** Of numbers only. */
  public static Map<String, UnaryOperator<String>> ofNumbers() {
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    all.put(
        "English",
        s -> digits(s, " ", "zero one two three four five six seven eight nine".split(" ")));
    all.put(
        "English, oh",
        s -> digits(s, "-", "oh one two three four five six seven eight nine".split(" ")));
    all.put(
        "English in one",
        s -> digits(s, "", "zero one two three four five six seven eight nine".split(" ")));
    all.put("English, tens", Spellings::tens);
    all.put("pinyin", s -> digits(s, " ", "ling yi er san si wu liu qi ba jiu".split(" ")));
    all.put(
        "pinyin, yao", s -> digits(s, ", ", "dong yao liang san si wu liu guai ba gou".split(" ")));
    all.put(
        "pinyin with tones", s -> digits(s, " ", "líng yī èr sān sì wǔ liù qī bā jiǔ".split(" ")));
    all.put("pinyin in one", s -> digits(s, "", "ling yi er san si wu liu qi ba jiu".split(" ")));
    all.put("radio", s -> digits(s, "", "洞幺两三四五六拐八勾".split("")));
    all.put("numerals", s -> digits(s, "", "〇一二三四五六七八九".split("")));
    all.put("numerals of banks", s -> digits(s, "", "零壹贰叁肆伍陆柒捌玖".split("")));
    all.put("Roman", s -> digits(s, " ", "O Ⅰ Ⅱ Ⅲ Ⅳ Ⅴ Ⅵ Ⅶ Ⅷ Ⅸ".split(" ")));
    all.put("circled", s -> digits(s, "", "⓪①②③④⑤⑥⑦⑧⑨".split("")));
    all.put("Arabic", s -> digits(s, "", "٠١٢٣٤٥٦٧٨٩".split("")));
    all.put("Braille", s -> digits(s, "", "⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊".split("")));
    all.put("merchants", s -> digits(s, "", "〇〡〢〣〤〥〦〧〨〩".split("")));
    return all;
  }

  private static String digits(String number, String between, String[] words) {
    return number
        .chars()
        .mapToObj(c -> Character.isDigit(c) ? words[c - '0'] : Character.toString(c))
        .collect(Collectors.joining(between));
  }

  private static String tens(String number) {
    String[] ones =
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                + " fifteen sixteen seventeen eighteen nineteen")
            .split(" ", -1);
    String[] tens = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < number.length()) {
      boolean pair = at + 1 < number.length() && number.substring(at, at + 2).matches("[1-9]\\d");
      String part = number.substring(at, at + (pair ? 2 : 1));
      int value = part.equals("X") ? 0 : Integer.parseInt(part);
      String word =
          value < 20
              ? ones[value]
              : value % 10 == 0 ? tens[value / 10] : tens[value / 10] + '-' + ones[value % 10];
      out.append(out.isEmpty() ? "" : " ").append(part.equals("X") ? part : word);
      at += part.length();
    }
    return out.toString();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String hex(byte[] bytes, String before, String between) {
    return HexFormat.ofDelimiter(between).withPrefix(before).formatHex(bytes);
  }

  private static String percents(byte[] bytes) {
    return HexFormat.of().withPrefix("%").withUpperCase().formatHex(bytes);
  }

  private static String points(String text, String format, String between) {
    return text.codePoints().mapToObj(format::formatted).collect(Collectors.joining(between));
  }

  private static String bytes(String text, IntFunction<String> each, String between) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      out.append(out.isEmpty() ? "" : between).append(each.apply(b & 0xff));
    }
    return out.toString();
  }

  private static String fullWidth(String text) {
    return text.chars()
        .map(c -> c > ' ' && c < 0x7f ? c + 0xfee0 : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static byte[] packed(String text, boolean zlib) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packer = zlib ? new DeflaterOutputStream(out) : new GZIPOutputStream(out)) {
      packer.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static String base32(byte[] bytes) {
    StringBuilder bits = new StringBuilder();
    for (byte b : bytes) {
      bits.append("%8s".formatted(Integer.toBinaryString(b & 0xff)).replace(' ', '0'));
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < bits.length(); i += 5) {
      String five = bits.substring(i, Math.min(bits.length(), i + 5));
      out.append(BASE32.charAt(Integer.parseInt((five + "0000").substring(0, 5), 2)));
    }
    return out + "=".repeat((8 - out.length() % 8) % 8);
  }

  private static String base85(byte[] bytes, String alphabet) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < bytes.length; i += 4) {
      int length = Math.min(4, bytes.length - i);
      long value = 0;
      for (int k = 0; k < 4; k++) {
        value = value << 8 | (k < length ? bytes[i + k] & 0xff : 0);
      }
      StringBuilder group = new StringBuilder();
      for (int k = 0; k < 5; k++) {
        group.append(alphabet.charAt((int) (value % 85)));
        value /= 85;
      }
      out.append(group.reverse(), 0, length + 1);
    }
    return out.toString();
  }

  private static String ascii85() {
    StringBuilder signs = new StringBuilder();
    for (char c = '!'; c < '!' + 85; c++) {
      signs.append(c);
    }
    return signs.toString();
  }
}
