package gatehouse.gateway.decoding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Every reading of a text: as it stands, JSON-unescaped (again for JSON in JSON), URL-decoded,
 * without markup, with rows of character codes as characters, and each stretch of base64, base32,
 * base85 or hexadecimal decoded and unpacked; readings of readings too. What is left undecoded at
 * the end makes it give up.
 */
public final class Views {
  private static final int DEEPEST = 4;
  private static final int SHORTEST_PROSE = 24;

  private record View(String text, int depth) {}

  private final Deque<View> waiting = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final Deadline deadline;
  private long budget;
  private boolean gaveUp;
  private boolean unreadable;

  /** The readings of one text. */
  public Views(String text, Deadline deadline) {
    this.deadline = deadline;
    // Decoding hardly lengthens a text, so honest bodies stay far below this bound.
    budget = 16L * text.length() + 4096;
    offer(text, 0);
  }

  /** Whether a reading is left. */
  public boolean hasNext() {
    return !waiting.isEmpty();
  }

  /** Whether readings were left out, in which case nothing may be concluded. */
  public boolean gaveUp() {
    return gaveUp;
  }

  /**
   * Whether some stretch is encoded Chinese prose, which nobody has cleaned, or one that cannot be
   * read at all: a picture, a document, an archive, a cipher. Known when no reading is left.
   */
  public boolean unreadable() {
    return unreadable;
  }

  /** The next reading. */
  public String next() {
    View view = waiting.remove();
    if (view.depth > DEEPEST) {
      return view.text;
    }
    int depth = view.depth + 1;
    offer(Escapes.backslashes(view.text), depth);
    offer(Escapes.percents(view.text), depth);
    offer(Escapes.turned(view.text), depth);
    offer(Escapes.exponents(view.text), depth);
    offer(Escapes.lookAlikes(view.text), depth);
    offer(Escapes.named(view.text), depth);
    offer(Escapes.softBreaks(view.text), depth);
    offer(Escapes.repeats(view.text), depth);
    offer(Markup.decoded(view.text), depth);
    offer(Markup.withoutTags(view.text), depth);
    offer(Punycode.decoded(view.text), depth);
    offer(CodeRows.read(view.text, this::hidden), depth);
    Armour.Reader reader = new Decoded(depth);
    new Armour(reader, deadline).decode(view.text);
    Base85.decode(view.text, reader, deadline);
    return view.text;
  }

  /** One more text to be read with the first: strings that a receiver may join. */
  public void add(String text) {
    offer(text, 1);
  }

  private void hidden(String said) {
    unreadable |= ByteReadings.isProse(said) || ByteReadings.hasWord(said);
  }

  /** Undoes one layer of backslash escapes wherever they stand, valid JSON or not. */
  public static String unescaped(String text) {
    return Escapes.backslashes(text);
  }

  /**
   * What a text says to a program that reads its escapes and tags in place: the readings that the
   * engine does not make itself. Empty for a text without any.
   */
  public static Set<String> inPlace(String text) {
    String decoded = decodedInPlace(decodedInPlace(text));
    Set<String> readings = new LinkedHashSet<>();
    readings.add(decoded);
    readings.add(Markup.shown(decoded));
    readings.add(Markup.labelled(decoded));
    readings.remove(text);
    return readings;
  }

  private static String decodedInPlace(String text) {
    String joined = Escapes.softBreaks(Markup.decoded(text));
    return Escapes.named(Escapes.sevenBits(CodeRows.read(joined, _ -> {})));
  }

  private void offer(String text, int depth) {
    deadline.step();
    if (text.isEmpty() || !seen.add(text)) {
      return;
    }
    if (depth > DEEPEST) {
      // Something could still be decoded: who wraps that deep has something to hide.
      gaveUp = true;
      return;
    }
    enqueue(text, depth);
  }

  /** A reading with holes holds nothing that could be decoded once more. */
  private void offerLast(String text) {
    deadline.step();
    if (seen.add(text)) {
      enqueue(text, DEEPEST + 1);
    }
  }

  private void enqueue(String text, int depth) {
    budget -= text.length();
    if (budget < 0) {
      gaveUp = true;
      return;
    }
    waiting.add(new View(text, depth));
  }

  private final class Decoded implements Armour.Reader {
    private final int depth;

    private Decoded(int depth) {
      this.depth = depth;
    }

    @Override
    public boolean read(byte[] bytes, int length) {
      return read(bytes, length, ByteReadings.whole(bytes));
    }

    private boolean read(byte[] bytes, int length, List<String> said) {
      byte[] unpacked = Packed.unpacked(bytes);
      boolean opened = unpacked != null && texts(ByteReadings.whole(unpacked), length);
      unreadable |= !opened && Packed.isSealed(bytes);
      boolean readable = texts(said, length) || opened;
      if (!readable) {
        ByteReadings.patchy(bytes).forEach(Views.this::offerLast);
      }
      return readable;
    }

    @Override
    public boolean readHidden(byte[] bytes, int length) {
      List<String> said = ByteReadings.whole(bytes);
      said.forEach(Views.this::hidden);
      return read(bytes, length, said);
    }

    private boolean texts(List<String> said, int length) {
      for (String text : said) {
        unreadable |= length >= SHORTEST_PROSE && ByteReadings.isProse(text);
        offer(text, depth);
      }
      return !said.isEmpty();
    }

    @Override
    public void sealed() {
      unreadable = true;
    }
  }
}
