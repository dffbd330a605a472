package gatehouse.clauses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds what is claimed against the marks in the sources: a claimed clause is enforced by code and
 * proven by a test, and no mark names a clause that does not exist.
 *
 * <p>Reads sources, not classes, so that one check sees all modules whatever was compiled.
 */
public final class ClaimedClauses {
  private static final Pattern MARK =
      Pattern.compile("@Clause\\(\\s*(\\{[^}]*}|\"[^\"]*\")\\s*\\)");
  private static final Pattern ID = Pattern.compile("\"([^\"]*)\"");

  private final Map<String, ListedClause> listed;
  private final SortedSet<String> enforced;
  private final SortedSet<String> proven;

  private ClaimedClauses(
      Map<String, ListedClause> listed, SortedSet<String> enforced, SortedSet<String> proven) {
    this.listed = listed;
    this.enforced = enforced;
    this.proven = proven;
  }

  /**
   * Reads the list and every mark below a checkout.
   *
   * @param root the folder that holds {@code docs/clauses.yaml}
   * @throws IOException when a file cannot be read
   */
  public static ClaimedClauses in(Path root) throws IOException {
    return new ClaimedClauses(
        ClauseList.read(root.resolve("docs/clauses.yaml")),
        marksIn(root, "src/main/java"),
        marksIn(root, "src/test/java"));
  }

  /** What is not true of the claims, one sentence each; empty when all is well. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (String id : enforced) {
      if (!listed.containsKey(id)) {
        faults.add("code names " + id + ", which is no clause of docs/clauses.yaml");
      }
    }
    for (String id : proven) {
      if (!listed.containsKey(id)) {
        faults.add("a test names " + id + ", which is no clause of docs/clauses.yaml");
      }
    }
    for (ListedClause clause : listed.values()) {
      if (clause.claimed() && clause.needsTest()) {
        if (!enforced.contains(clause.id())) {
          faults.add(clause.id() + " is claimed, but no code is marked to enforce it");
        }
        if (!proven.contains(clause.id())) {
          faults.add(clause.id() + " is claimed, but no test is marked to prove it");
        }
      }
    }
    return faults;
  }

  /** How many clauses are claimed and how many are open, in one line. */
  public String summary() {
    long claimed = listed.values().stream().filter(ListedClause::claimed).count();
    return "%d clauses: %d claimed, %d open"
        .formatted(listed.size(), claimed, listed.size() - claimed);
  }

  private static SortedSet<String> marksIn(Path root, String sourceFolder) throws IOException {
    SortedSet<String> ids = new TreeSet<>();
    for (Path file : sources(root, sourceFolder)) {
      Matcher mark = MARK.matcher(Files.readString(file));
      while (mark.find()) {
        Matcher id = ID.matcher(mark.group(1));
        while (id.find()) {
          ids.add(id.group(1));
        }
      }
    }
    return ids;
  }

  private static List<Path> sources(Path root, String sourceFolder) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> root.relativize(file).toString().contains(sourceFolder))
          .filter(file -> !root.relativize(file).startsWith("chassis/clauses"))
          .toList();
    }
  }
}
