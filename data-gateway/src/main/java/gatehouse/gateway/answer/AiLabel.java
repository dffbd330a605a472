package gatehouse.gateway.answer;

import gatehouse.gateway.json.Json;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The marks of one answer (GB 45438-2025).
 *
 * @param visible what people read under the text
 * @param label the standard's {@code Label}: whether it is AI-made
 * @param producer social credit code of whoever produces the content; empty if not configured
 * @param produceId id of the output record
 */
public record AiLabel(String visible, String label, String producer, String produceId) {

  /** The standard's object. The gateway produces and propagates, so both ids are the same. */
  Json.Obj object() {
    return Json.object(
        "Label", label,
        "ContentProducer", producer,
        "ProduceID", produceId,
        "ReservedCode1", "",
        "ContentPropagator", producer,
        "PropagateID", produceId,
        "ReservedCode2", "");
  }

  /** The same as HTTP headers. */
  public SequencedMap<String, String> headers() {
    SequencedMap<String, String> headers = new LinkedHashMap<>();
    headers.put("X-AIGC-Label", label);
    headers.put("X-AIGC-ContentProducer", producer);
    headers.put("X-AIGC-ProduceID", produceId);
    headers.put("X-AIGC-ContentPropagator", producer);
    headers.put("X-AIGC-PropagateID", produceId);
    headers.values().removeIf(String::isEmpty);
    return headers;
  }

  /** The visible text as it is appended. */
  String appended() {
    return "\n\n" + visible;
  }
}
