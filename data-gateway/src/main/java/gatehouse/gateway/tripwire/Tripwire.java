package gatehouse.gateway.tripwire;

import gatehouse.clauses.Clause;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
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
    long deadline = nanoTime.getAsLong() + LONGEST_NANOS;
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      KnownValues values = new KnownValues(known);
      Map<TripwireVerdict.Kind, Integer> counts = new EnumMap<>(TripwireVerdict.Kind.class);
      Views views = new Views(text);
      while (views.hasNext()) {
        if (nanoTime.getAsLong() - deadline > 0) {
          return new TripwireVerdict.Trouble("TIME");
        }
        String plain = Folding.fold(views.next());
        DigitRuns.count(plain, counts);
        values.count(plain, counts);
        countEmails(plain, counts);
      }
      if (views.gaveUp()) {
        return new TripwireVerdict.Trouble("TOO_MANY_VIEWS");
      }
      return counts.isEmpty() ? new TripwireVerdict.Clean() : new TripwireVerdict.Found(counts);
    } catch (CharacterCodingException _) {
      return new TripwireVerdict.Trouble("NOT_UTF8");
    } catch (RuntimeException | StackOverflowError e) {
      // A scanner that fell over has not said "clean": the type is enough for the operator.
      return new TripwireVerdict.Trouble(e.getClass().getSimpleName());
    }
  }

  private static void countEmails(String plain, Map<TripwireVerdict.Kind, Integer> counts) {
    if (plain.indexOf('@') < 0) {
      return;
    }
    int found = (int) EMAIL.matcher(plain).results().count();
    if (found > 0) {
      counts.merge(TripwireVerdict.Kind.EMAIL, found, Integer::sum);
    }
  }
}
