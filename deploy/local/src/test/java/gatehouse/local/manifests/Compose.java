package gatehouse.local.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code compose.yaml} with the values of {@code .env.example}. */
record Compose(JsonNode file, Map<String, String> values) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)(?::([-?])([^}]*))?}");

  static Compose in(Path deploy) {
    Path folder = deploy.resolve("compose");
    Map<String, String> values = new TreeMap<>();
    Yamls.text(folder.resolve(".env.example"))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("=", 2))
        .forEach(parts -> values.put(parts[0], parts[1]));
    return new Compose(
        Yamls.documents(Yamls.text(folder.resolve("compose.yaml"))).getFirst(), values);
  }

  JsonNode services() {
    return file.path("services");
  }

  JsonNode service(String name) {
    return services().path(name);
  }

  /** The text as the engine would read it; a value that is asked for and missing is an error. */
  String resolved(String text) {
    return PLACEHOLDER.matcher(text).replaceAll(found -> quoted(value(found)));
  }

  private String value(MatchResult found) {
    String value = values.getOrDefault(found.group(1), "");
    if (!value.isEmpty()) {
      return value;
    }
    if ("-".equals(found.group(2))) {
      return found.group(3);
    }
    throw new IllegalStateException(".env.example gives no value to " + found.group(1));
  }

  private static String quoted(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }
}
