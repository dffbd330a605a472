package gatehouse.gateway.leaks.canary;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Words that no dictionary and no other run has: letters made of a number, and two more that say
 * which word it is. They are made when they are needed and kept nowhere, since the test lives in
 * the heap that is searched. What is kept is the number, and the names of the places.
 */
final class Canaries {
  private static final int PIECE = 1 << 20;
  private static final int LETTERS = 12;
  private static final int WHICH = 2;
  private static final String BASE64 = "in base64";

  private final long seed;
  private final List<String> places = new ArrayList<>();

  Canaries(long seed) {
    this.seed = seed;
  }

  /** The word for a place; the same for the same place. */
  String word(String place) {
    if (!places.contains(place)) {
      places.add(place);
    }
    int which = places.indexOf(place);
    return prefix() + (char) ('a' + which / 26) + (char) ('a' + which % 26);
  }

  /** The text with a word in place of each {@code @place@}. */
  String fill(String text) {
    StringBuilder filled = new StringBuilder();
    String[] parts = text.split("@", -1);
    for (int i = 0; i < parts.length; i++) {
      filled.append(i % 2 == 0 ? parts[i] : word(parts[i]));
    }
    return filled.toString();
  }

  /** Where words were planted. */
  List<String> places() {
    return List.copyOf(places);
  }

  /** The places whose words the file holds, as letters of one byte, of two, or in base64. */
  Set<String> in(Path file) throws IOException {
    List<byte[]> patterns = patterns();
    int longest = 2 * (LETTERS + WHICH);
    byte[] buffer = new byte[PIECE + longest];
    Set<String> found = new TreeSet<>();
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.readNBytes(buffer, kept, PIECE);
          n > 0;
          n = in.readNBytes(buffer, kept, PIECE)) {
        int length = kept + n;
        search(buffer, length, patterns, found);
        kept = Math.min(longest - 1, length);
        System.arraycopy(buffer, length - kept, buffer, 0, kept);
      }
    }
    return found;
  }

  /** The same of a text. */
  Set<String> in(String text) {
    Set<String> found = new TreeSet<>();
    byte[] bytes = text.getBytes(UTF_16LE);
    search(bytes, bytes.length, patterns(), found);
    return found;
  }

  /** The same of all files of a folder that can be read. */
  Set<String> below(Path folder) {
    Set<String> found = new TreeSet<>();
    for (Path inside : inside(folder)) {
      found.addAll(Files.isDirectory(inside) ? below(inside) : readable(inside));
    }
    return found;
  }

  private Set<String> readable(Path file) {
    try {
      return Files.isRegularFile(file) ? in(file) : Set.of();
    } catch (IOException _) {
      return Set.of();
    }
  }

  /** Servers and other programs remove files while they run; what has gone holds nothing. */
  static List<Path> inside(Path folder) {
    try (Stream<Path> found = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return found.toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private void search(byte[] bytes, int length, List<byte[]> patterns, Set<String> found) {
    for (int i = 0; i < length; i++) {
      for (int p = 0; p < patterns.size(); p++) {
        byte[] wanted = patterns.get(p);
        if (bytes[i] == wanted[0]
            && i + wanted.length <= length
            && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
          found.add(p > 1 ? BASE64 : place(bytes, i + wanted.length, length, p + 1));
        }
      }
    }
  }

  private String place(byte[] bytes, int at, int length, int step) {
    if (at + step + 1 > length) {
      return "a word without its end";
    }
    int which = (bytes[at] - 'a') * 26 + bytes[at + step] - 'a';
    return which >= 0 && which < places.size() ? places.get(which) : "a word without its end";
  }

  /** Narrow, wide, and in base64 as it stands after 0, 1 or 2 other bytes of its group of three. */
  private List<byte[]> patterns() {
    byte[] letters = prefix().getBytes(US_ASCII);
    List<byte[]> patterns = new ArrayList<>();
    patterns.add(letters);
    patterns.add(prefix().getBytes(UTF_16LE));
    for (int skipped : new int[] {0, 2, 1}) {
      int whole = (letters.length - skipped) / 3 * 3;
      byte[] inner = Arrays.copyOfRange(letters, skipped, skipped + whole);
      patterns.add(Base64.getEncoder().encode(inner));
    }
    return patterns;
  }

  private String prefix() {
    StringBuilder letters = new StringBuilder("qx");
    long left = seed * 31;
    for (int i = 2; i < LETTERS; i++) {
      letters.append((char) ('a' + Math.floorMod(left, 26)));
      left = left / 26 + i;
    }
    return letters.toString();
  }
}
