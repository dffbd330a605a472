package gatehouse.deid;

import gatehouse.deid.finding.Finding;
import gatehouse.deid.finding.Type;
import gatehouse.deid.policy.Policy;
import gatehouse.deid.policy.Treatment;
import java.util.List;

/**
 * The engine. Built once per policy, then used by any number of threads. Linear in the length of
 * the text.
 */
public final class Deidentifier {
  private final Policy policy;

  private Deidentifier(Policy policy) {
    this.policy = policy;
  }

  /** An engine that treats findings as the policy says. */
  public static Deidentifier of(Policy policy) {
    return new Deidentifier(policy);
  }

  /** The policy of this engine, for the record of a decision. */
  public Policy policy() {
    return policy;
  }

  /** Finds and treats. */
  public Deidentified deidentify(String text, Context context) {
    List<Finding> findings = scan(text, context);
    StringBuilder out = new StringBuilder(text.length() + 16);
    int from = 0;
    for (Finding finding : findings) {
      Treatment treatment = policy.treatment(finding.type());
      if (treatment == Treatment.REFUSE) {
        return new Deidentified("", findings, true);
      }
      out.append(text, from, finding.start());
      out.append(treat(treatment, finding, text, context));
      from = finding.end();
    }
    return new Deidentified(out.append(text, from, text.length()).toString(), findings, false);
  }

  /** Finds only: sorted, without overlaps, offsets in UTF-16 units of the text. */
  public List<Finding> scan(String text, Context context) {
    return List.of();
  }

  private static String treat(Treatment treatment, Finding finding, String text, Context context) {
    String surface = text.substring(finding.start(), finding.end());
    Type type = finding.type();
    return switch (treatment) {
      case KEEP -> surface;
      case PLACEHOLDER, DATE_TOKEN -> context.session().token(type, surface, surface);
      case REDACT -> '[' + type.label() + ']';
      case REFUSE -> "";
    };
  }
}
