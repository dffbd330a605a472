package gatehouse.deid.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The project's own notes as texts of a wanted size. */
final class Notes {
  private Notes() {}

  /** So many texts of at least so many bytes in UTF-8, each beginning with another note. */
  static List<String> texts(int count, int bytes) {
    List<String> notes = read();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int size = 0;
      for (int next = i; size < bytes; next++) {
        String note = notes.get(next % notes.size());
        text.append(note).append('\n');
        size += note.getBytes(StandardCharsets.UTF_8).length + 1;
      }
      texts.add(text.toString());
    }
    return texts;
  }

  /** Without the labels. */
  private static List<String> read() {
    try (InputStream in =
        Objects.requireNonNull(Notes.class.getResourceAsStream("own-notes.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.replaceAll("\\[\\[[A-Z_]+:(.*?)]]", "$1"))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("own-notes.txt cannot be read", e);
    }
  }
}
