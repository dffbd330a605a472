package gatehouse.gateway.decoding;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text as a browser would: entities become characters, tags and comments go. */
final class Markup {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#([0-9]{1,8}+)|#[xX]([0-9a-fA-F]{1,7}+)|([A-Za-z]{2,31}+));?");
  private static final Pattern TAG =
      Pattern.compile("<!--[^<]{0,400}?-->|</?[A-Za-z][^<>]{0,400}+>");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ensp", " "),
          Map.entry("emsp", " "),
          Map.entry("thinsp", " "),
          Map.entry("commat", "@"),
          Map.entry("period", "."),
          Map.entry("middot", "·"),
          Map.entry("num", "#"),
          Map.entry("hyphen", "-"),
          Map.entry("lowbar", "_"),
          Map.entry("Tab", " "),
          Map.entry("NewLine", " "),
          Map.entry("shy", ""),
          Map.entry("zwj", ""),
          Map.entry("zwnj", ""),
          Map.entry("ZeroWidthSpace", ""),
          Map.entry("InvisibleTimes", ""),
          Map.entry("NoBreak", ""));

  private Markup() {}

  static String decoded(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return ENTITY.matcher(text).replaceAll(m -> Matcher.quoteReplacement(character(m)));
  }

  static String withoutTags(String text) {
    return text.indexOf('<') < 0 || text.indexOf('>') < 0 ? text : TAG.matcher(text).replaceAll("");
  }

  private static String character(MatchResult entity) {
    if (entity.group(3) != null) {
      return NAMED.getOrDefault(entity.group(3), entity.group());
    }
    int code =
        entity.group(1) == null
            ? Integer.parseInt(entity.group(2), 16)
            : Integer.parseInt(entity.group(1));
    return Character.isValidCodePoint(code) ? Character.toString(code) : "";
  }
}
