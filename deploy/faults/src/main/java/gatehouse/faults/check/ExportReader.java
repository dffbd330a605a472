package gatehouse.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the entries of an exported journal. */
final class ExportReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ExportReader() {}

  static List<JournalRow> read(Path export, Set<String> places) throws IOException {
    List<JournalRow> rows = new ArrayList<>();
    try (Stream<String> lines = Files.lines(export)) {
      for (String line : (Iterable<String>) lines::iterator) {
        JsonNode entry = JSON.readTree(line);
        if (entry.has("seq")) {
          rows.add(row(entry, places));
        }
      }
    }
    return rows;
  }

  private static JournalRow row(JsonNode entry, Set<String> places) throws IOException {
    JsonNode envelope = JSON.readTree(entry.path("body").binaryValue());
    Map<String, String> values = new HashMap<>();
    for (String place : places) {
      String value = place.startsWith("/") ? envelope.at(place).asText("") : "";
      if (!value.isEmpty()) {
        values.put(place, value);
      }
    }
    return new JournalRow(
        entry.path("seq").longValue(),
        entry.path("id").textValue(),
        entry.path("type").textValue().intern(),
        interned(entry.path("topic").textValue()),
        envelope.path("aggregateId").textValue(),
        envelope.path("version").longValue(),
        // Maps of one are small, and a body is not.
        Map.copyOf(values));
  }

  private static @Nullable String interned(@Nullable String word) {
    return word == null ? null : word.intern();
  }
}
