package gatehouse.gateway.completion.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What to do instead of calling a route of OpenAI's that this gateway does not open: each answer
 * names the way that is open (ADR 0540).
 */
final class ClosedRoutes {
  /** The family of a route, and the last part of the key of its sentence. */
  private static final SequencedMap<String, String> FAMILIES = families();

  private ClosedRoutes() {}

  /** The key of the sentence about a path. */
  static String sentence(String path) {
    String absolute = path.startsWith("/") ? path : "/" + path;
    return FAMILIES.entrySet().stream()
        .filter(family -> isIn(absolute, family.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .map("openai.unknown_url."::concat)
        .orElse("openai.unknown_url");
  }

  private static boolean isIn(String path, String family) {
    return path.equals(family) || path.startsWith(family + "/");
  }

  private static SequencedMap<String, String> families() {
    SequencedMap<String, String> families = new LinkedHashMap<>();
    families.put("/v1/files", "files");
    families.put("/v1/uploads", "files");
    families.put("/v1/vector_stores", "files");
    families.put("/v1/batches", "files");
    families.put("/v1/audio", "audio");
    families.put("/v1/realtime", "realtime");
    families.put("/v1/images", "images");
    families.put("/v1/completions", "completions");
    families.put("/v1/assistants", "conversations");
    families.put("/v1/threads", "conversations");
    families.put("/v1/conversations", "conversations");
    families.put("/v1/responses", "conversations");
    families.put("/v1/chat/completions", "conversations");
    return families;
  }
}
