package gatehouse.gateway.egress;

import gatehouse.deid.Context;
import gatehouse.deid.Deidentifier;
import gatehouse.deid.finding.Finding;
import gatehouse.deid.policy.Treatment;
import gatehouse.gateway.decoding.Views;
import gatehouse.gateway.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for what the engine finds in a cleaned body only after escapes are read and tags are taken
 * away: it cannot be replaced there, so nothing of the body may leave (ADR 0547).
 */
final class SecondReadings {
  private final Deidentifier engine;
  private final Context context;

  SecondReadings(Deidentifier engine, Context context) {
    this.engine = engine;
    this.context = context;
  }

  /** Whether a reading of some string identifies somebody whom the string as it stands does not. */
  boolean identify(Json value) {
    return identify("", value);
  }

  private boolean identify(String label, Json value) {
    return switch (value) {
      case Json.Str(String text) -> identifies(label, text);
      case Json.Arr(List<Json> items) -> items.stream().anyMatch(item -> identify(label, item));
      case Json.Obj object ->
          object.members().entrySet().stream()
              .anyMatch(member ->
                  identifies("", member.getKey())
                      || identify(member.getKey() + '：', member.getValue()));
      case Json.Num _, Json.Bool _, Json.Null _ -> false;
    };
  }

  private boolean identifies(String label, String text) {
    Set<String> readings = Views.inPlace(text);
    if (readings.isEmpty()) {
      return false;
    }
    Set<String> known = found(label + text);
    return readings.stream().anyMatch(reading -> !known.containsAll(found(label + reading)));
  }

  private Set<String> found(String text) {
    Set<String> values = new HashSet<>();
    for (Finding finding : engine.scan(text, context)) {
      if (engine.policy().treatment(finding.type()) != Treatment.KEEP) {
        values.add(text.substring(finding.start(), finding.end()));
      }
    }
    return values;
  }
}
