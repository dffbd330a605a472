package gatehouse.deid.cli;

import gatehouse.deid.Deidentified;
import gatehouse.deid.finding.Finding;
import gatehouse.deid.finding.Type;
import gatehouse.deid.json.JsonWriter;
import gatehouse.deid.policy.Policy;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts of a run: how many texts, how many findings of each type; never what they were. */
final class Tally {
  private final Map<Type, Integer> findings = new EnumMap<>(Type.class);
  private int done;
  private int failed;
  private int skipped;
  private int refused;

  synchronized void done(Deidentified result) {
    if (result.refused()) {
      refused++;
    } else {
      done++;
    }
    for (Finding finding : result.findings()) {
      findings.merge(finding.type(), 1, Integer::sum);
    }
  }

  synchronized void failed() {
    failed++;
  }

  synchronized void skipped() {
    skipped++;
  }

  synchronized int exit() {
    if (failed > 0) {
      return Exit.SOME_FAILED;
    }
    return refused > 0 ? Exit.REFUSED : Exit.DONE;
  }

  /** The report in one line of JSON. */
  synchronized String report(Policy policy) {
    Map<String, Object> report = new LinkedHashMap<>();
    Map<String, Object> used = new LinkedHashMap<>();
    used.put("name", policy.name());
    used.put("version", policy.version());
    used.put("hash", policy.hash());
    report.put("policy", used);
    Map<String, Object> texts = new LinkedHashMap<>();
    texts.put("done", done);
    texts.put("refused", refused);
    texts.put("failed", failed);
    texts.put("skipped", skipped);
    report.put("texts", texts);
    Map<String, Object> counts = new LinkedHashMap<>();
    findings.forEach((type, count) -> counts.put(type.name(), count));
    report.put("findings", counts);
    return JsonWriter.write(report);
  }
}
