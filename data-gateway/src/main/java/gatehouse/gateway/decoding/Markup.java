package gatehouse.gateway.decoding;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text as a browser would: entities become characters, tags and comments go. */
final class Markup {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#([0-9]{1,8}+)|#[xX]([0-9a-fA-F]{1,7}+)|([A-Za-z]{2,31}+));?");
  private static final Pattern TAG =
      Pattern.compile("<!--[^<]{0,400}?-->|</?[A-Za-z][^<>]{0,400}+>");

  /** A tag of any language, with what it says of its content: a name in quotes, or its own. */
  private static final Pattern ANY_TAG =
      Pattern.compile(
          "<(/?)([\\p{L}_][\\p{L}\\p{N}_:.-]{0,40}+)"
              + "(?:\\s[^<>]{0,400}?\\b(?:name|label|title|key|displayName)\\s?="
              + "\\s?[\"']([^\"'<>]{1,40})[\"'])?[^<>]{0,400}?>");

  private static final Set<String> BLOCKS =
      Set.of("p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "hr", "dt", "dd");
  private static final Set<String> VALUES = Set.of("value", "text", "data", "content", "string");
  private static final int SHORTEST_LABEL = 3;

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

  /** As it is shown: tags go, and a paragraph or a cell of a table parts what it holds. */
  static String shown(String text) {
    return tags(text, tag -> BLOCKS.contains(tag.group(2).toLowerCase(Locale.ROOT)) ? " " : "");
  }

  /** As a form: a tag that says what it holds becomes a label with a colon. */
  static String labelled(String text) {
    return tags(text, Markup::label);
  }

  private static String label(MatchResult tag) {
    String name = tag.group(2);
    if (!tag.group(1).isEmpty()) {
      return "\n";
    }
    if (tag.group(3) != null) {
      return tag.group(3) + '：';
    }
    boolean brief = name.length() < SHORTEST_LABEL && name.charAt(0) < 0x80;
    return brief || VALUES.contains(name) || BLOCKS.contains(name) ? "" : name + '：';
  }

  private static String tags(String text, Function<MatchResult, String> written) {
    return text.indexOf('<') < 0 || text.indexOf('>') < 0
        ? text
        : ANY_TAG.matcher(text).replaceAll(tag -> Matcher.quoteReplacement(written.apply(tag)));
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
