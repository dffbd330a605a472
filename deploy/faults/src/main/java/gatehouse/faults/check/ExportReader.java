package gatehouse.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the entries of an exported journal. */
final class ExportReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ExportReader() {}

  static List<JournalRow> read(Path export) throws IOException {
    List<JournalRow> rows = new ArrayList<>();
    try (Stream<String> lines = Files.lines(export)) {
      for (String line : (Iterable<String>) lines::iterator) {
        JsonNode entry = JSON.readTree(line);
        if (entry.has("seq")) {
          rows.add(row(entry));
        }
      }
    }
    return rows;
  }

  private static JournalRow row(JsonNode entry) throws IOException {
    JsonNode envelope = JSON.readTree(entry.path("body").binaryValue());
    return new JournalRow(
        entry.path("seq").longValue(),
        entry.path("id").textValue(),
        entry.path("type").textValue(),
        entry.path("topic").textValue(),
        envelope.path("aggregateId").textValue(),
        envelope.path("version").longValue(),
        envelope);
  }
}
