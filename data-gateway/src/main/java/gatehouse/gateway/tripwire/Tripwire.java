package gatehouse.gateway.tripwire;

import gatehouse.clauses.Clause;
import gatehouse.gateway.decoding.Deadline;
import gatehouse.gateway.decoding.Folding;
import gatehouse.gateway.decoding.Unseen;
import gatehouse.gateway.decoding.Views;
import gatehouse.gateway.tripwire.TripwireVerdict.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Scans an outgoing body in every reading that a receiver might give it. Thread-safe.
 *
 * <p>Fails closed: a fault or a scan over its time is {@link TripwireVerdict.Trouble}.
 */
@Clause("G-44")
public final class Tripwire {
  private static final long LONGEST_NANOS = 2_000_000_000L;

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
    return scan(body, known, _ -> {});
  }

  /**
   * The same, and somebody else looks along.
   *
   * @param onlooker gets each reading, folded: a text by itself, or in their order the pieces that
   *     a receiver may put together; a fault of it is {@link TripwireVerdict.Trouble}
   */
  public TripwireVerdict scan(
      byte[] body, Collection<String> known, Consumer<List<String>> onlooker) {
    try {
      Deadline deadline = new Deadline(nanoTime, LONGEST_NANOS);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      KnownValues values = new KnownValues(known);
      Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
      Views views = new Views(text, deadline);
      Joins outer = Joins.of(text, deadline);
      views.add(outer.codes());
      while (views.hasNext()) {
        deadline.check();
        String plain = Folding.fold(views.next());
        onlooker.accept(List.of(plain));
        DigitRuns.count(plain, counts, deadline);
        WideRuns.count(plain, counts, deadline);
        values.count(plain, counts, deadline);
        MailAddresses.count(plain, counts, deadline);
        countSpoken(plain, values, counts, deadline);
      }
      List<Joins> inside = Joins.inside(text, deadline);
      countAcross(outer, inside, values, counts, deadline);
      Stream.concat(Stream.of(outer), inside.stream()).forEach(j -> j.orders().forEach(onlooker));
      deadline.check();
      if (views.gaveUp()) {
        return new TripwireVerdict.Trouble("TOO_MANY_VIEWS");
      }
      if (views.unreadable() || hidesText(Views.unescaped(text))) {
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
    String written = SpokenNumbers.written(plain, values.shortestNumber());
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

  private static boolean hidesText(String unescaped) {
    return hasTwoAlphabets(unescaped) || Unseen.carriesText(unescaped);
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
      Joins outer,
      List<Joins> inside,
      KnownValues values,
      Map<Kind, Integer> counts,
      Deadline deadline) {
    countAcross(outer, WideRuns::count, values, counts, deadline);
    for (Joins inner : inside) {
      countAcross(inner, WideRuns::countCards, values, counts, deadline);
    }
  }

  private static void countAcross(
      Joins joins,
      NumberRule rule,
      KnownValues values,
      Map<Kind, Integer> counts,
      Deadline deadline) {
    for (List<String> plain : joins.orders()) {
      deadline.check();
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
}
