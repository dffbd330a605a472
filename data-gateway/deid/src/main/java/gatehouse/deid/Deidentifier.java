package gatehouse.deid;

import gatehouse.deid.finding.Finding;
import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Type;
import gatehouse.deid.known.KnownMatcher;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.lexicon.Lexicon;
import gatehouse.deid.names.LabelledNameDetector;
import gatehouse.deid.names.Propagation;
import gatehouse.deid.names.RowNameDetector;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.policy.Policy;
import gatehouse.deid.policy.Treatment;
import gatehouse.deid.scan.AddressDetector;
import gatehouse.deid.scan.AgeDetector;
import gatehouse.deid.scan.DateDetector;
import gatehouse.deid.scan.Detector;
import gatehouse.deid.scan.DocumentDetector;
import gatehouse.deid.scan.ElectronicDetector;
import gatehouse.deid.scan.InstitutionDetector;
import gatehouse.deid.scan.LabelledNumberDetector;
import gatehouse.deid.scan.NumberDetector;
import gatehouse.deid.scan.NumeralDetector;
import gatehouse.deid.tagging.ModelNameDetector;
import gatehouse.deid.tagging.Tagger;
import gatehouse.deid.tagging.Weights;
import java.util.List;
import java.util.Locale;

/**
 * The engine. Built once per policy, then used by any number of threads. Linear in the length of
 * the text.
 */
public final class Deidentifier {
  private static final List<Detector> DETECTORS =
      List.of(
          new NumberDetector(),
          new NumeralDetector(),
          new LabelledNumberDetector(),
          new ElectronicDetector(),
          new DocumentDetector(),
          new AddressDetector(),
          new InstitutionDetector(),
          new DateDetector(),
          new AgeDetector(),
          new LabelledNameDetector(),
          new RowNameDetector(),
          new ModelNameDetector(new Tagger(Weights.shipped(), Integer.getInteger("ob", 0))));

  private final Policy policy;
  private final Lexicon lexicon = Lexicon.shipped();

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
    NormalText normal = NormalText.of(text);
    Hits hits = lexicon.find(normal);
    Findings findings = new Findings();
    for (Detector detector : DETECTORS) {
      detector.find(normal, hits, findings);
    }
    Propagation.find(normal, Propagation.names(normal, findings), findings);
    KnownMatcher.of(context.known()).find(normal, findings);
    return inOriginal(findings, normal).disjoint();
  }

  private static Findings inOriginal(Findings findings, NormalText normal) {
    Findings original = new Findings();
    for (Finding finding : findings.raw()) {
      original.add(
          finding.type(),
          normal.originalStart(finding.start()),
          normal.originalEnd(finding.end()),
          finding.confidence(),
          finding.stage());
    }
    return original;
  }

  private static String canonical(String surface) {
    NormalText normal = NormalText.of(surface);
    return normal.slice(0, normal.length()).replaceAll("[\\s_.·-]", "").toLowerCase(Locale.ROOT);
  }

  private static String treat(Treatment treatment, Finding finding, String text, Context context) {
    String surface = text.substring(finding.start(), finding.end());
    Type type = finding.type();
    return switch (treatment) {
      case KEEP -> surface;
      case PLACEHOLDER, DATE_TOKEN -> context.session().token(type, canonical(surface), surface);
      case REDACT -> '[' + type.label() + ']';
      case REFUSE -> "";
    };
  }
}
