package gatehouse.deid.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines {@code KEY word word …} and plain lines of a training folder; # starts a remark. */
final class WordFile {
  private WordFile() {}

  /** Lines without remarks and empty ones. */
  static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  /** All words of a file without keys. */
  static List<String> words(Path file) throws IOException {
    return lines(file).stream().flatMap(line -> Arrays.stream(line.strip().split("\\s+"))).toList();
  }

  /** The words of each key. */
  static Map<String, List<String>> byKey(Path file) throws IOException {
    Map<String, List<String>> words = new HashMap<>();
    for (String line : lines(file)) {
      String[] parts = line.strip().split("\\s+");
      List<String> list = words.computeIfAbsent(parts[0], key -> new ArrayList<>());
      list.addAll(Arrays.asList(parts).subList(1, parts.length));
    }
    return words;
  }
}
