package gatehouse.gateway.egress;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that are looked for in one walk through a folded text. Blanks and dashes may stand between
 * the characters of a Chinese word, and between the letters of a Latin one where it is spelled out
 * (h-i-v) or has several parts. A traditional character is the simplified one.
 */
final class SensitiveWords {
  /** Traditional characters of these words, each before the simplified one. */
  private static final String PAIRS =
      "遺遗傳传變变檢检測测體体類类鬱郁強强慮虑賴赖藥药產产産产試试嬰婴兒儿輔辅紋纹識识別别臉脸聲声數数據据愛艾銳锐濕湿溼湿皰疱異异發发質质顯显隱隐"
          + "謝谢統统業业陰阴陽阳惡恶損损竈灶歲岁齡龄個个觸触雙双礙碍殺杀殘残險险癥症";

  private static final String BETWEEN = " \t\n\r\u00a0\u3000-‐‑–_·•*|/~";
  private static final int LONGEST_GAP = 3;
  private static final int BUCKETS = 1 << 14;

  /** For each character what it counts as; NUL for one that may stand inside a word. */
  private static final String IMAGES = images();

  private final BitSet beginnings = new BitSet(BUCKETS);
  private final Map<Integer, List<Word>> byBeginning = new HashMap<>();

  /**
   * A word.
   *
   * @param parts where a new part begins, as bits; letters may be apart there
   */
  private record Word(String kind, String letters, long parts, Border border) {
    boolean isLatin() {
      return isLetter(letters.charAt(0));
    }
  }

  /** Whether what stands around a word lets it be that word. */
  interface Border {
    Border ANY = (_, _) -> true;

    boolean fits(String text, Found found);
  }

  /**
   * A word in a text.
   *
   * @param apart whether something stands between its characters
   */
  record Found(String kind, int start, int end, boolean apart, boolean bordered) {}

  /** What is done with a word that was found. */
  interface Finder {
    void found(Found found);
  }

  /** Chinese words, separated by blanks. */
  void chinese(String kind, String words, Border border) {
    for (String word : words.split(" ", -1)) {
      add(new Word(kind, word, 0, border));
    }
  }

  /** Latin words, separated by commas; what ends with a star is a beginning. */
  void latin(String kind, String words) {
    for (String word : words.split(",", -1)) {
      boolean stem = word.endsWith("*");
      StringBuilder letters = new StringBuilder();
      long parts = 0;
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        if (c == ' ') {
          parts |= 1L << letters.length();
        } else if (c != '*') {
          letters.append(c);
        }
      }
      add(new Word(kind, letters.toString(), parts, stem ? Borders.BEGINS : Borders.ALONE));
    }
  }

  private void add(Word word) {
    int begins = pair(word.letters.charAt(0), word.letters.charAt(1));
    beginnings.set(bucket(begins));
    byBeginning.computeIfAbsent(begins, _ -> new ArrayList<>()).add(word);
  }

  /** Walks over the characters from one place to another, and calls for each word. */
  void walk(String text, int from, int to, Finder finder) {
    int last = Integer.MIN_VALUE / 2;
    char before = 0;
    for (int i = from; i < to; i++) {
      char c = IMAGES.charAt(text.charAt(i));
      if (c == 0) {
        continue;
      }
      int begins = pair(before, c);
      if (beginnings.get(bucket(begins)) && i - last <= LONGEST_GAP + 1) {
        begin(text, last, byBeginning.getOrDefault(begins, List.of()), finder);
      }
      before = c;
      last = i;
    }
  }

  private static void begin(String text, int start, List<Word> words, Finder finder) {
    for (Word word : words) {
      int end = end(text, start, word);
      if (end > 0) {
        boolean apart = end - start > word.letters.length();
        Found found = new Found(word.kind, start, end, apart, !word.border.equals(Border.ANY));
        if (word.border.fits(text, found)) {
          finder.found(found);
        }
      }
    }
  }

  /** Where the word ends that begins here, or -1. */
  private static int end(String text, int start, Word word) {
    int at = start + 1;
    long gaps = 0;
    for (int letter = 1; letter < word.letters.length(); letter++) {
      int next = at;
      while (next < text.length() && next - at <= LONGEST_GAP && image(text, next) == 0) {
        next++;
      }
      if (next >= text.length() || image(text, next) != word.letters.charAt(letter)) {
        return -1;
      }
      gaps |= next > at ? 1L << letter : 0;
      at = next + 1;
    }
    boolean spelled = Long.bitCount(gaps) == word.letters.length() - 1;
    return !word.isLatin() || (gaps & ~word.parts) == 0 || spelled ? at : -1;
  }

  /** What the character counts as; NUL outside the text, too. */
  static char image(String text, int at) {
    return at < 0 || at >= text.length() ? 0 : IMAGES.charAt(text.charAt(at));
  }

  /** The same for the nearest one that counts, forwards or backwards. */
  static int nearest(String text, int from, int step) {
    int at = from;
    while (at >= 0
        && at < text.length()
        && image(text, at) == 0
        && Math.abs(at - from) < LONGEST_GAP) {
      at += step;
    }
    return at;
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static int pair(char first, char second) {
    return first << Character.SIZE | second;
  }

  private static int bucket(int pair) {
    return (pair ^ (pair >>> 11)) & (BUCKETS - 1);
  }

  private static String images() {
    StringBuilder images = new StringBuilder(Character.MAX_VALUE + 1);
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      images.append((char) c);
    }
    for (int i = 0; i < PAIRS.length(); i += 2) {
      images.setCharAt(PAIRS.charAt(i), PAIRS.charAt(i + 1));
    }
    BETWEEN.chars().forEach(c -> images.setCharAt(c, '\0'));
    return images.toString();
  }

  /** Of Latin words. */
  private enum Borders implements Border {
    /** No letter before and none behind. */
    ALONE {
      @Override
      public boolean fits(String text, Found found) {
        return BEGINS.fits(text, found) && !isLetter(image(text, found.end()));
      }
    },
    /** No letter before. */
    BEGINS {
      @Override
      public boolean fits(String text, Found found) {
        return !isLetter(image(text, found.start() - 1));
      }
    }
  }
}
