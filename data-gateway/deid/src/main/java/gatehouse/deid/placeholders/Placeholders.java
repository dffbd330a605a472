package gatehouse.deid.placeholders;

import gatehouse.deid.finding.Type;
import gatehouse.deid.operators.ParsedDate;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one request and the values they stand for: {@code ⟦NAME-1-KQXMBT7⟧} is the type's
 * label, a counter, the session's nonce and a check character (ISO 7064 MOD 37,36). The same value
 * has the same number in all texts of the session; another spelling of it has the same number with
 * a letter, {@code ⟦NAME-1B-KQXMBT3⟧}, and restores to just that spelling. Dates become {@code
 * ⟦D+14-KQXMBT⟧}, days from the first date, with which a model may compute. Safe for use by several
 * threads.
 */
public final class Placeholders {
  static final char OPEN = '\u27E6';
  static final char CLOSE = '\u27E7';
  private static final Pattern OWN = Pattern.compile("⟦[^⟦⟧]*⟧");
  private static final String NONCE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
  private static final int NONCE_LENGTH = 6;

  /** The longest token that stands for a surrogate: a day in Chinese. */
  private static final int LONGEST_MARK = "⟦~2900年12月31日⟧".length();

  private final String nonce;
  private final Map<Key, SpelledValue> tokens = new HashMap<>();
  private final Map<String, SpelledValue> days = new HashMap<>();
  private final Map<String, String> values = new HashMap<>();
  private final Map<Type, Integer> counters = new EnumMap<>(Type.class);
  private final Map<String, Stand> stands = new LinkedHashMap<>();
  private final DateAnchor anchor;
  private Surrogates surrogates;
  private int longest;

  private record Key(Type type, String canonical) {}

  private Placeholders(String nonce) {
    this.nonce = nonce;
    this.anchor = new DateAnchor(nonce);
    this.surrogates = new Surrogates(nonce);
    this.longest = anchor.longest();
  }

  /** A session without tokens. Take one per request: its tokens restore for that request only. */
  public static Placeholders fresh(SecureRandom random) {
    byte[] bytes = new byte[Long.BYTES];
    random.nextBytes(bytes);
    return repeatable(bytes);
  }

  /**
   * A session whose nonce comes from secret bytes, for bulk runs that must write the same bytes
   * when they are repeated.
   *
   * @param secret at least 8 bytes that nobody can guess, such as a keyed hash of the text
   */
  public static Placeholders repeatable(byte[] secret) {
    long rest = ByteBuffer.wrap(secret).getLong();
    StringBuilder nonce = new StringBuilder(NONCE_LENGTH);
    for (int i = 0; i < NONCE_LENGTH; i++) {
      nonce.append(
          NONCE_LETTERS.charAt((int) Long.remainderUnsigned(rest, NONCE_LETTERS.length())));
      rest = Long.divideUnsigned(rest, NONCE_LETTERS.length());
    }
    return new Placeholders(nonce.toString());
  }

  /**
   * The token of a value in one spelling, made on first sight.
   *
   * @param canonical the value without its spelling: two spellings of one value share a number
   * @param surface what restoring gives back, exactly
   */
  public synchronized String token(Type type, String canonical, String surface) {
    SpelledValue value = tokens.get(new Key(type, canonical));
    if (value == null) {
      value = new SpelledValue(type.label() + '-' + counters.merge(type, 1, Integer::sum));
      tokens.put(new Key(type, canonical), value);
    }
    return value.token(
        surface,
        name -> {
          String body = name + '-' + nonce;
          return remember(type, OPEN + body + CheckCharacter.of(body) + CLOSE, surface);
        });
  }

  /**
   * The token of a date, relative to the first date of the session; null if the date lacks its day
   * or lies further off than a life: then {@link #token} serves.
   */
  public synchronized @Nullable String dateToken(ParsedDate date, String surface) {
    String day = anchor.day(date);
    return day == null
        ? null
        : days.computeIfAbsent(day, SpelledValue::new)
            .token(surface, name -> remember(Type.DATE, anchor.token(name), surface));
  }

  /** A text that was cleaned before may hold tokens inside a value: they stand for their values. */
  private String remember(Type type, String token, String surface) {
    String plain =
        surface.indexOf(OPEN) < 0
            ? surface
            : OWN.matcher(surface)
                .replaceAll(match -> {
                  String value = value(match.group());
                  return Matcher.quoteReplacement(value == null ? match.group() : value);
                });
    values.put(token, plain);
    stands.put(token, new Stand(token, type, plain, anchor.far(token)));
    longest = Math.max(longest, token.length());
    return token;
  }

  /**
   * A token and what it stands for. Personal data: {@link #toString()} tells the token only.
   *
   * @param value as it was written
   * @param farDay of a day: the ISO date that may stand for it, days from 2900-01-01 on
   */
  public record Stand(String token, Type type, String value, @Nullable String farDay) {
    @Override
    public String toString() {
      return token;
    }
  }

  /** Every token so far, in the order in which they were made. */
  public synchronized List<Stand> stands() {
    return List.copyOf(stands.values());
  }

  /**
   * Lets a value of another shape stand for a token from now on, wherever a text has to keep that
   * shape. It is restored where it stands by itself, never inside a longer number or word.
   *
   * @param surrogate letters, digits and {@code @ . _ - +}; one that no text holds by chance
   * @param value what it restores to, the token's value in a spelling of that shape
   */
  public synchronized void surrogate(Stand stand, String surrogate, String value) {
    surrogates.add(stand.token(), surrogate, value);
    longest = Math.max(longest, LONGEST_MARK);
  }

  /**
   * Lets its far day stand for a day; other far days, which a model computes from it, restore by
   * their distance.
   */
  public synchronized void farDay(Stand stand) {
    if (stand.farDay() != null) {
      surrogates.addDay(stand.token(), stand.farDay());
      longest = Math.max(longest, LONGEST_MARK);
    }
  }

  /** Takes every surrogate back, far days too: tokens stand for their values alone again. */
  public synchronized void withoutSurrogates() {
    surrogates = new Surrogates(nonce);
  }

  /** The text with the surrogates in place of the tokens that have one. */
  public synchronized String outward(String text) {
    return surrogates.isEmpty() || text.indexOf(OPEN) < 0 ? text : surrogates.outward(text);
  }

  /** The surrogates of the session as they may come back; null if it has none. */
  synchronized @Nullable Surrogates surrogates() {
    return surrogates.isEmpty() ? null : surrogates;
  }

  /** Canonical values of a type that have tokens so far. */
  public synchronized List<String> seen(Type type) {
    return tokens.keySet().stream().filter(key -> key.type() == type).map(Key::canonical).toList();
  }

  /** How many tokens the session has, one for each spelling. */
  public synchronized int size() {
    return values.size();
  }

  /**
   * Puts the values back. What is not exactly a token of this session stays as it is, and so does a
   * token inside a web address, where a value would leave with the next click or image load.
   */
  public String restore(String text) {
    return restore(text, UnaryOperator.identity());
  }

  /** The same with an encoding for each value, such as JSON's escapes. */
  public String restore(String text, UnaryOperator<String> encode) {
    if (text.indexOf(OPEN) < 0 && surrogates() == null) {
      return text;
    }
    StreamingRestore restore = streaming(encode);
    return restore.push(text) + restore.finish();
  }

  /** Restores a text that arrives in pieces. One instance per stream of text. */
  public StreamingRestore streaming() {
    return streaming(UnaryOperator.identity());
  }

  /** The same with an encoding for each value, such as JSON's escapes. */
  public StreamingRestore streaming(UnaryOperator<String> encode) {
    return new StreamingRestore(this, encode);
  }

  synchronized @Nullable String value(String token) {
    String value = values.get(token);
    if (value == null) {
      value = surrogates.value(token, anchor);
    }
    return value == null ? anchor.restore(token) : value;
  }

  synchronized int longest() {
    return longest;
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "Placeholders[" + size() + "]";
  }
}
