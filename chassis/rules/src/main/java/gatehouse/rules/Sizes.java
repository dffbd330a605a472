package gatehouse.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How large things may grow: a file that is too long does two things. */
public final class Sizes {
  private static final int LONGEST_FILE = 300;
  private static final int LONGEST_METHOD = 40;
  private static final int FULLEST_PACKAGE = 15;

  /** A method's head in our format: two or more blanks, a name, a parameter list, a brace. */
  private static final Pattern METHOD_HEAD =
      Pattern.compile(
          "^ {2,6}(?! |(if|for|while|switch|try|catch|return|else|do|new)\\b).*\\).*\\{$");

  private Sizes() {}

  /** Checks the sources of one module, given its {@code src/main/java}. */
  public static void check(Path sources) {
    List<String> tooLarge = new ArrayList<>();
    Map<Path, Integer> types = new TreeMap<>();
    List<Path> files = filesBelow(sources);
    assertFalse(files.isEmpty(), "no sources below " + sources.toAbsolutePath());
    for (Path file : files) {
      List<String> lines = linesOf(file);
      if (lines.size() > LONGEST_FILE) {
        tooLarge.add(file + ": " + lines.size() + " lines");
      }
      methodsOf(lines, file, tooLarge);
      if (!file.endsWith("package-info.java")) {
        types.merge(file.getParent(), 1, Integer::sum);
      }
    }
    types.forEach((folder, count) -> {
      if (count > FULLEST_PACKAGE) {
        tooLarge.add(folder + ": " + count + " types");
      }
    });
    assertEquals(List.of(), tooLarge, "too large: split by meaning, not by technology");
  }

  private static void methodsOf(List<String> lines, Path file, List<String> tooLarge) {
    for (int head = 0; head < lines.size(); head++) {
      String line = lines.get(head);
      if (METHOD_HEAD.matcher(line).matches() && !line.contains("->")) {
        int first = firstLineOfHead(lines, head);
        String start = lines.get(first);
        String end = start.substring(0, start.length() - start.stripLeading().length()) + "}";
        int length = 1;
        while (first + length < lines.size() && !lines.get(first + length).equals(end)) {
          length++;
        }
        // A record's head looks like a method's; its body is a type's.
        boolean isRecord = start.matches(".*\\brecord \\w+.*");
        if (!isRecord && length + 1 > LONGEST_METHOD) {
          tooLarge.add(file + ":" + (first + 1) + ": a method of " + (length + 1) + " lines");
        }
      }
    }
  }

  /** A long parameter list is wrapped; the closing brace stands below the first of its lines. */
  private static int firstLineOfHead(List<String> lines, int last) {
    int first = last;
    while (first > 0 && lines.get(first - 1).matches(".*[(,]")) {
      first--;
    }
    return first;
  }

  private static List<Path> filesBelow(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
