package gatehouse.verify.note;

import java.util.Arrays;
import java.util.List;

/**
 * A text and who signed it (C2SP signed-note).
 *
 * @param text what is signed, with its last newline
 * @param signatures in the order of the note
 */
public record Note(String text, List<Signed> signatures) {

  private static final String SIGNATURE = "\u2014 ";
  private static final int MOST_SIGNATURES = 100;

  public Note {
    signatures = List.copyOf(signatures);
  }

  /** A signature line: the key's name and id (4 bytes), and the signature. */
  // Compared by its parts only.
  @SuppressWarnings("ArrayRecordComponent")
  record Signed(String name, byte[] id, byte[] signature) {}

  /**
   * Reads a note.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Note parse(String note) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n") || note.length() == end + 2) {
      throw new IllegalArgumentException("a note is a text, a blank line and signatures");
    }
    if (note.chars().anyMatch(c -> (c < ' ' && c != '\n') || c == '\uFFFD')) {
      throw new IllegalArgumentException("a note has no control characters and is UTF-8");
    }
    List<String> lines = Arrays.asList(note.substring(end + 2, note.length() - 1).split("\n", -1));
    if (lines.size() > MOST_SIGNATURES) {
      throw new IllegalArgumentException("the note has too many signatures");
    }
    return new Note(note.substring(0, end + 1), lines.stream().map(Note::signed).toList());
  }

  /**
   * Whether at least one of the keys signed it. A signature that names one of the keys and is not
   * its own spoils the note, those of other keys do not count.
   */
  public boolean isSignedBy(List<VerifierKey> keys) {
    boolean signed = false;
    for (Signed one : signatures) {
      for (VerifierKey key : keys) {
        if (key.claims(one)) {
          if (!key.verifies(text, one.signature())) {
            return false;
          }
          signed = true;
        }
      }
    }
    return signed;
  }

  private static Signed signed(String line) {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(SIGNATURE) || space <= SIGNATURE.length()) {
      throw new IllegalArgumentException("a signature line reads \u2014 name signature");
    }
    String name = line.substring(SIGNATURE.length(), space);
    byte[] bytes = StrictBase64.decode(line.substring(space + 1));
    if (!VerifierKey.isKeyName(name) || bytes.length < 5) {
      throw new IllegalArgumentException("a signature line has a name and a signature");
    }
    return new Signed(name, Arrays.copyOf(bytes, 4), Arrays.copyOfRange(bytes, 4, bytes.length));
  }
}
