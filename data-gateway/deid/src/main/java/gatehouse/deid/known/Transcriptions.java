package gatehouse.deid.known;

import gatehouse.deid.names.NameCharacters;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A Chinese name in other writings than pinyin: in zhuyin, in Cyrillic letters (Palladius), with
 * initials for the given name, pinyin from the end, and pinyin for one half of it (李Na, Li娜).
 */
final class Transcriptions {
  private static final int SHORTEST_LATIN = 6;
  private static final String[] INITIALS = {
    "zh ㄓ чж", "ch ㄔ ч", "sh ㄕ ш", "b ㄅ б", "p ㄆ п", "m ㄇ м", "f ㄈ ф", "d ㄉ д", "t ㄊ т",
    "n ㄋ н", "l ㄌ л", "g ㄍ г", "k ㄎ к", "h ㄏ х", "j ㄐ цз", "q ㄑ ц", "x ㄒ с", "r ㄖ ж",
    "z ㄗ цз", "c ㄘ ц", "s ㄙ с"
  };
  private static final String[] FINALS = {
    "a ㄚ а",
    "o ㄛ о",
    "e ㄜ э",
    "ai ㄞ ай",
    "ei ㄟ эй",
    "ao ㄠ ао",
    "ou ㄡ оу",
    "an ㄢ ань",
    "en ㄣ энь",
    "ang ㄤ ан",
    "eng ㄥ эн",
    "er ㄦ эр",
    "i ㄧ и",
    "ia ㄧㄚ я",
    "ie ㄧㄝ е",
    "iao ㄧㄠ яо",
    "iu ㄧㄡ ю",
    "ian ㄧㄢ янь",
    "in ㄧㄣ инь",
    "iang ㄧㄤ ян",
    "ing ㄧㄥ ин",
    "u ㄨ у",
    "ua ㄨㄚ уа",
    "uo ㄨㄛ о",
    "uai ㄨㄞ уай",
    "ui ㄨㄟ уй",
    "uan ㄨㄢ уань",
    "un ㄨㄣ унь",
    "uang ㄨㄤ уан",
    "ong ㄨㄥ ун",
    "v ㄩ юй",
    "ve ㄩㄝ юэ",
    "van ㄩㄢ юань",
    "vn ㄩㄣ юнь",
    "iong ㄩㄥ юн",
    "wa ㄨㄚ ва",
    "wo ㄨㄛ во",
    "wai ㄨㄞ вай",
    "wei ㄨㄟ вэй",
    "wan ㄨㄢ вань",
    "wen ㄨㄣ вэнь",
    "wang ㄨㄤ ван",
    "weng ㄨㄥ вэн"
  };

  /** A syllable without a consonant before it is written with y. */
  private static final Map<String, String> OPEN =
      Map.ofEntries(
          Map.entry("yi", "i"),
          Map.entry("ya", "ia"),
          Map.entry("ye", "ie"),
          Map.entry("yao", "iao"),
          Map.entry("you", "iu"),
          Map.entry("yan", "ian"),
          Map.entry("yin", "in"),
          Map.entry("yang", "iang"),
          Map.entry("ying", "ing"),
          Map.entry("yong", "iong"),
          Map.entry("yu", "v"),
          Map.entry("yue", "ve"),
          Map.entry("yuan", "van"),
          Map.entry("yun", "vn"),
          Map.entry("wu", "u"));

  private static final Map<String, String> ZHUYIN = new HashMap<>();
  private static final Map<String, String> CYRILLIC = new HashMap<>();

  static {
    for (String[] row : List.of(INITIALS, FINALS)) {
      for (String entry : row) {
        String[] forms = entry.split(" ");
        ZHUYIN.put(forms[0], forms[1]);
        CYRILLIC.put(forms[0], forms[2]);
      }
    }
  }

  private Transcriptions() {}

  /** Spellings without blanks; none for a name that is not Chinese. */
  static Set<String> of(String name) {
    List<String> syllables = Pinyin.syllables(name);
    if (syllables.size() < 2 || syllables.size() > 4) {
      return Set.of();
    }
    boolean compound =
        syllables.size() > 2 && NameCharacters.isCompound(name.charAt(0), name.charAt(1));
    int split = compound ? 2 : 1;
    String surname = String.join("", syllables.subList(0, split));
    List<String> given = syllables.subList(split, syllables.size());
    String initials = given.stream().map(s -> s.substring(0, 1)).collect(Collectors.joining());
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(surname + initials);
    spellings.add(initials + surname);
    spellings.add(new StringBuilder(surname + String.join("", given)).reverse().toString());
    if (given.size() == 2) {
      spellings.add(String.join("", given));
    }
    spellings.removeIf(spelling -> spelling.length() < SHORTEST_LATIN);
    if (name.length() == syllables.size()) {
      spellings.add(name.substring(0, split) + String.join("", given));
      spellings.add(surname + name.substring(split));
    }
    spellings.add(written(syllables, Transcriptions::zhuyin));
    spellings.add(written(syllables, Transcriptions::cyrillic));
    return spellings;
  }

  private static String written(List<String> syllables, UnaryOperator<String> system) {
    return syllables.stream().map(system).collect(Collectors.joining());
  }

  private static String zhuyin(String syllable) {
    boolean bare = syllable.matches("(?:zh|ch|sh|r|z|c|s)i");
    return bare ? ZHUYIN.getOrDefault(initial(syllable), "") : parts(syllable, ZHUYIN);
  }

  private static String cyrillic(String syllable) {
    if (syllable.equals("hui")) {
      return "хуэй";
    }
    boolean hard = syllable.matches("[zcs]i");
    return hard ? CYRILLIC.getOrDefault(initial(syllable), "") + 'ы' : parts(syllable, CYRILLIC);
  }

  private static String parts(String syllable, Map<String, String> letters) {
    String initial = initial(syllable);
    String end = syllable.substring(initial.length());
    String closed = OPEN.getOrDefault(end, end);
    boolean rounded = closed.startsWith("u") && "jqx".contains(initial) && !initial.isEmpty();
    String rest = rounded ? 'v' + closed.substring(1) : closed;
    return letters.getOrDefault(initial, "") + letters.getOrDefault(rest.replace("ü", "v"), rest);
  }

  private static String initial(String syllable) {
    for (String entry : INITIALS) {
      String initial = entry.substring(0, entry.indexOf(' '));
      if (syllable.startsWith(initial)) {
        return initial;
      }
    }
    return "";
  }
}
