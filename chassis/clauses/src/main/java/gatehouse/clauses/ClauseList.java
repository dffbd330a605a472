package gatehouse.clauses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads {@code docs/clauses.yaml}. The file is a list of flat entries, one {@code key: value} per
 * line, so that no YAML library is needed to know what is claimed.
 */
final class ClauseList {
  private static final String ENTRY = "- id: ";

  private final Map<String, ListedClause> clauses = new LinkedHashMap<>();

  private ClauseList() {}

  static Map<String, ListedClause> read(Path file) throws IOException {
    ClauseList list = new ClauseList();
    Map<String, String> entry = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(ENTRY)) {
        list.add(entry);
        entry = new LinkedHashMap<>();
        entry.put("id", line.substring(ENTRY.length()).strip());
      } else if (line.startsWith("  ")) {
        int colon = line.indexOf(':');
        entry.put(line.substring(2, colon), line.substring(colon + 1).strip());
      }
    }
    list.add(entry);
    return list.clauses;
  }

  private void add(Map<String, String> entry) {
    String id = entry.get("id");
    if (id == null) {
      return;
    }
    boolean needsTest = !"REC".equals(entry.get("class")) && !"NONE".equals(entry.get("class"));
    boolean claimed = "true".equals(entry.get("claimed"));
    if (clauses.put(id, new ListedClause(id, needsTest, claimed)) != null) {
      throw new IllegalStateException("clause " + id + " is listed twice");
    }
  }
}
