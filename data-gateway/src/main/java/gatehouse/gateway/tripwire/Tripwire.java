package gatehouse.gateway.tripwire;

import gatehouse.clauses.Clause;
import gatehouse.gateway.decoding.Deadline;
import gatehouse.gateway.decoding.Views;
import gatehouse.gateway.tripwire.TripwireVerdict.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scans an outgoing body in every reading that a receiver might give it. Thread-safe.
 *
 * <p>Fails closed: a fault or a scan over its time is {@link TripwireVerdict.Trouble}.
 */
@Clause("G-44")
public final class Tripwire {
  private static final long LONGEST_NANOS = 2_000_000_000L;
  // Bounded repetitions: an address as long as a body must not make the search quadratic.
  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]{1,63}\\.[\\p{L}\\p{N}]{2,}");

  /** As people spell an address to get it past a filter. */
  private static final Pattern SPELT_EMAIL =
      Pattern.compile(
          "[a-z0-9._%+-]{2,64}+ {0,3}(?:@|\\[at]|\\(at\\)|艾特|在) {0,3}[a-z0-9-]{1,63}"
              + " {0,3}(?:\\.|。|\\[dot]|\\(dot\\)|点) {0,3}[a-z]{2,}");

  private static final List<String> SPELT_SIGNS =
      List.of("@", "[at]", "(at)", "艾特", "点com", "点cn", "点net", "点org");

  /** Letters of two alphabets in one word look like one word to people only: nobody writes so. */
  private static final Pattern TWO_ALPHABETS =
      Pattern.compile("[a-z]\\p{IsCyrillic}|\\p{IsCyrillic}[a-z]");

  private final LongSupplier nanoTime;

  /**
   * A scanner.
   *
   * @param nanoTime a clock that only goes forward, in nanoseconds
   */
  public Tripwire(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Looks at the bytes exactly as they would leave.
   *
   * @param known what the caller knows of the patient: names, numbers, addresses
   */
  public TripwireVerdict scan(byte[] body, Collection<String> known) {
    try {
      Deadline deadline = new Deadline(nanoTime, LONGEST_NANOS);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      String unescaped = Views.unescaped(text);
      KnownValues values = new KnownValues(known);
      Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
      Views views = new Views(text, deadline);
      Joins outer = Joins.of(text, deadline);
      views.add(outer.codes());
      while (views.hasNext()) {
        deadline.check();
        String plain = Folding.fold(views.next());
        DigitRuns.count(plain, counts, deadline);
        WideRuns.count(plain, counts, deadline);
        values.count(plain, counts, deadline);
        countEmails(plain, counts, deadline);
        countSpoken(plain, values, counts, deadline);
      }
      countAcross(outer, text, values, counts, deadline);
      deadline.check();
      if (views.gaveUp()) {
        return new TripwireVerdict.Trouble("TOO_MANY_VIEWS");
      }
      if (views.unreadable() || hasTwoAlphabets(unescaped) || Unseen.carriesText(unescaped)) {
        counts.merge(Kind.ENCODED_TEXT, 1, Integer::sum);
      }
      return counts.isEmpty() ? new TripwireVerdict.Clean() : new TripwireVerdict.Found(counts);
    } catch (Deadline.Passed _) {
      return new TripwireVerdict.Trouble("TIME");
    } catch (CharacterCodingException _) {
      return new TripwireVerdict.Trouble("NOT_UTF8");
    } catch (RuntimeException | StackOverflowError e) {
      // A scanner that fell over has not said "clean": the type is enough for the operator.
      return new TripwireVerdict.Trouble(e.getClass().getSimpleName());
    }
  }

  /** Only the shape of a number says whose it is: I to IX are cranial nerves, too. */
  private static void countSpoken(
      String plain, KnownValues values, Map<Kind, Integer> counts, Deadline deadline) {
    String written = SpokenNumbers.written(plain);
    if (written == null) {
      return;
    }
    Map<Kind, Integer> found = new EnumMap<>(Kind.class);
    DigitRuns.count(written, found, deadline);
    WideRuns.count(written, found, deadline);
    found.remove(Kind.LONG_NUMBER);
    values.countNumbers(written, found, deadline);
    found.forEach((kind, times) -> counts.merge(kind, times, Integer::sum));
  }

  /** Looks at what people would read only: noise in base64 decodes to words of any alphabet. */
  private static boolean hasTwoAlphabets(String unescaped) {
    boolean cyrillic = unescaped.chars().anyMatch(c -> c >= 0x400 && c < 0x530);
    return cyrillic && TWO_ALPHABETS.matcher(Folding.fold(unescaped)).find();
  }

  /**
   * Looks over the borders of strings. Tool arguments and results are JSON in strings, whose own
   * strings may be put together again.
   */
  private static void countAcross(
      Joins outer, String text, KnownValues values, Map<Kind, Integer> counts, Deadline deadline) {
    countAcross(outer, WideRuns::count, values, counts, deadline);
    for (Joins inner : Joins.inside(text, deadline)) {
      countAcross(inner, WideRuns::countCards, values, counts, deadline);
    }
  }

  private static void countAcross(
      Joins joins,
      NumberRule rule,
      KnownValues values,
      Map<Kind, Integer> counts,
      Deadline deadline) {
    for (List<String> strings : joins.orders()) {
      deadline.check();
      List<String> plain = strings.stream().map(Folding::fold).toList();
      rule.count(String.join("", plain), counts, deadline);
      values.countJoined(plain, counts, deadline);
      countSpoken(String.join(" ", plain), values, counts, deadline);
    }
    if (joins.splitNumber()) {
      counts.merge(Kind.LONG_NUMBER, 1, Integer::sum);
    }
  }

  /** What counts as somebody's number where texts meet. */
  private interface NumberRule {
    void count(String plain, Map<Kind, Integer> counts, Deadline deadline);
  }

  private static void countEmails(String plain, Map<Kind, Integer> counts, Deadline deadline) {
    if (plain.indexOf('@') >= 0) {
      countEmails(EMAIL.matcher(plain), counts, deadline);
    }
    if (SPELT_SIGNS.stream().anyMatch(plain::contains)) {
      countEmails(SPELT_EMAIL.matcher(plain), counts, deadline);
    }
  }

  private static void countEmails(Matcher matcher, Map<Kind, Integer> counts, Deadline deadline) {
    while (matcher.find()) {
      deadline.step();
      if (!UnissuedNumbers.isAddress(matcher.group())) {
        counts.merge(Kind.EMAIL, 1, Integer::sum);
      }
    }
  }
}
