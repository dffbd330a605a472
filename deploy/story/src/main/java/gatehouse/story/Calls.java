package gatehouse.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code gatehouse} object that goes along with a question to a model. */
final class Calls {
  private Calls() {}

  /**
   * The story's call.
   *
   * @param deployment one of the application's configured deployments, or null for the default
   */
  static Map<String, Object> context(@Nullable String deployment) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("patient", Map.of("issuer", Patient.ISSUER, "id", Patient.RECORD_NUMBER));
    context.put("encounter", "E-2026-0042");
    context.put("purpose", "CARE");
    context.put("user", "qian.physician");
    context.put("categories", List.of("NOTES"));
    context.put("known", Patient.known());
    if (deployment != null) {
      context.put("deployment", deployment);
    }
    return context;
  }
}
