package gatehouse.verify.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order to erase, as the journal writes it, and which entries it names.
 *
 * @param stretches of numbers, each with its first and its last
 * @param isBare whether it is from before orders named anything
 */
public record ErasureOrder(List<Stretch> stretches, boolean isBare) {

  private static final byte[] TYPE = "gatehouse.journal.erasure.ordered.v1".getBytes(UTF_8);

  /** The last member of the data, and so of the body. */
  private static final String NUMBERS = ",\"numbers\":[";

  private static final String END = "]}}";

  public ErasureOrder {
    stretches = List.copyOf(stretches);
  }

  /** Numbers without a gap. */
  public record Stretch(long first, long last) {}

  /** Null unless an entry of that type is one. */
  static @Nullable ErasureOrder of(byte[] type, byte[] body) {
    if (!Arrays.equals(type, TYPE)) {
      return null;
    }
    // In a text of the body the quotes would be escaped: nobody can write numbers into one.
    int from = new String(body, ISO_8859_1).lastIndexOf(NUMBERS);
    if (from < 0) {
      return new ErasureOrder(List.of(), true);
    }
    try {
      Line numbers = new Line(body, from + NUMBERS.length(), body.length);
      return new ErasureOrder(parse(numbers), false);
    } catch (MalformedLineException _) {
      // Somebody wrote an entry of this type, and the journal carried nothing out.
      return new ErasureOrder(List.of(), false);
    }
  }

  private static List<Stretch> parse(Line numbers) {
    List<Stretch> stretches = new ArrayList<>();
    while (!numbers.take(END)) {
      if (!stretches.isEmpty()) {
        numbers.expect(",");
      }
      numbers.expect("[");
      long first = numbers.number();
      numbers.expect(",");
      stretches.add(new Stretch(first, numbers.number()));
      numbers.expect("]");
    }
    numbers.end();
    return stretches;
  }
}
