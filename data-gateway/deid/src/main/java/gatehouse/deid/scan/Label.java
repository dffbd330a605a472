package gatehouse.deid.scan;

import gatehouse.deid.lexicon.Clue;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.lexicon.Lexicon;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A string that says nothing but what another one is: 住院号, 患者姓名：, {@code patientId}. For data in
 * which labels and values stand in fields of their own.
 *
 * @param text the label, to be written before a value and a colon
 * @param kind what the value looks like
 */
public record Label(String text, Kind kind) {
  private static final int LONGEST = 32;

  /** What a label's value looks like. */
  public enum Kind {
    /** Letters and digits; anything else is no value of the label. */
    NUMBER,
    /** Words, of which nearly all could be the value. */
    WORDS
  }

  /** The label that a string consists of; null if it says something else or more. */
  public static @Nullable Label of(String string) {
    if (string.length() < 2 || string.length() > LONGEST) {
      return null;
    }
    String text = withoutColon(string);
    Label label = exactly(text);
    return label == null && text.chars().anyMatch(Label::isLatin) ? exactly(inWords(text)) : label;
  }

  private static @Nullable Label exactly(String text) {
    NormalText normal = NormalText.of(text);
    Hits hits = Lexicon.shipped().find(normal);
    if (hits.all().isEmpty()) {
      return null;
    }
    Hits.Hit last = hits.all().get(hits.all().size() - 1);
    boolean word =
        Glyphs.isLetter(normal.at(last.start())) && Glyphs.isWord(normal.at(last.start() - 1));
    Kind kind = last.end() < normal.length() || word ? null : kind(last.clue());
    return kind == null ? null : new Label(text, kind);
  }

  private static @Nullable Kind kind(Clue clue) {
    return switch (clue) {
      case RECORD_NUMBER,
          INSURANCE_NO,
          NATIONAL_ID,
          BANK_CARD,
          PASSPORT,
          PERMIT,
          MILITARY_ID,
          DEVICE_ID,
          WECHAT,
          QQ,
          POSTCODE,
          PHONE ->
          Kind.NUMBER;
      case PERSON, ADDRESS, ORGANISATION -> Kind.WORDS;
      default -> null;
    };
  }

  /** patientId and PATIENT_ID as in a text. */
  private static String inWords(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|[_.-]", " ").strip().toLowerCase(Locale.ROOT);
  }

  private static String withoutColon(String string) {
    String text = string.strip();
    boolean colon = text.endsWith(":") || text.endsWith("：");
    return colon ? text.substring(0, text.length() - 1).strip() : text;
  }

  private static boolean isLatin(int c) {
    return c < 0x80 && Glyphs.isLetter((char) c);
  }
}
