package gatehouse.verify.note;

import gatehouse.verify.tree.Proofs.Head;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a journal said of itself at one moment (C2SP tlog-checkpoint).
 *
 * @param origin whose journal it is
 * @param head how many entries it had, and the root over them
 * @param note the text as it was signed
 */
public record Checkpoint(String origin, Head head, Note note) {

  private static final int MOST_DIGITS = 18;

  /**
   * Reads one checkpoint.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Checkpoint parse(String text) {
    Note note = Note.parse(text);
    List<String> lines = note.text().lines().toList();
    if (lines.size() < 3 || lines.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("a checkpoint has an origin, a size and a root");
    }
    byte[] root = StrictBase64.decode(lines.get(2));
    if (root.length != 32) {
      throw new IllegalArgumentException("a checkpoint's root is a SHA-256");
    }
    return new Checkpoint(lines.getFirst(), new Head(size(lines.get(1)), root), note);
  }

  /**
   * Reads a file's text: one checkpoint or several, one behind the other.
   *
   * @return by their sizes
   * @throws IllegalArgumentException if there is none, or something else stands between
   */
  public static List<Checkpoint> all(String text) {
    List<Checkpoint> found = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    boolean signatures = false;
    for (String line : text.lines().toList()) {
      boolean signature = line.startsWith("\u2014 ");
      if (signatures && !signature) {
        found.add(parse(one.toString()));
        one.setLength(0);
      }
      signatures = signature;
      if (!one.isEmpty() || !line.isEmpty()) {
        one.append(line).append('\n');
      }
    }
    if (!one.isEmpty() || found.isEmpty()) {
      found.add(parse(one.toString()));
    }
    found.sort(Comparator.comparingLong(Checkpoint::size));
    return found;
  }

  /** How many entries it speaks of. */
  public long size() {
    return head.size();
  }

  private static long size(String text) {
    boolean isNumber = text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!isNumber || text.length() > MOST_DIGITS || (text.length() > 1 && text.startsWith("0"))) {
      throw new IllegalArgumentException("a checkpoint's size is a decimal number");
    }
    return Long.parseLong(text);
  }
}
