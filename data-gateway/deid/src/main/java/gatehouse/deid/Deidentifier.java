package gatehouse.deid;

import gatehouse.deid.encoded.EncodedText;
import gatehouse.deid.finding.Finding;
import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.known.KnownMatcher;
import gatehouse.deid.names.Propagation;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.operators.Keyring;
import gatehouse.deid.policy.Policy;
import gatehouse.deid.policy.Treatment;
import gatehouse.deid.scan.Detector;
import gatehouse.deid.tagging.Weights;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The engine. Built once per policy, then used by any number of threads. Linear in the length of
 * the text.
 */
public final class Deidentifier {
  private static final int FEWEST = 10_000;
  private static final int UNITS_PER_FINDING = 4;

  private final Policy policy;
  private final Treatments treatments;
  private final Set<Type> kept;
  private final Stages stages;

  private Deidentifier(Policy policy, @Nullable Keyring keys, Weights names, List<Detector> more) {
    this.policy = policy;
    this.kept =
        Stream.of(Type.values())
            .filter(type -> policy.treatment(type) == Treatment.KEEP)
            .collect(Collectors.toUnmodifiableSet());
    this.treatments = new Treatments(policy, keys);
    this.stages = new Stages(names, more);
  }

  /**
   * An engine for a policy that needs no keys.
   *
   * @throws IllegalArgumentException if the policy needs keys
   */
  public static Deidentifier of(Policy policy) {
    return new Deidentifier(policy, null, Weights.shipped(), List.of());
  }

  /** An engine for any policy; keys serve pseudonyms, surrogates and date shifts. */
  public static Deidentifier of(Policy policy, Keyring keys) {
    return new Deidentifier(policy, keys, Weights.shipped(), List.of());
  }

  /**
   * The same engine with another name model, such as one trained with a hospital's own lists, and
   * with detectors of the caller's, such as a larger model.
   */
  public static Deidentifier of(
      Policy policy, @Nullable Keyring keys, Weights names, List<Detector> more) {
    return new Deidentifier(policy, keys, names, more);
  }

  /** The policy of this engine, for the record of a decision. */
  public Policy policy() {
    return policy;
  }

  /**
   * Finds and treats. Names seen in earlier texts of the session are found in this one too.
   *
   * @throws RuntimeException that of the context's {@link TimeLimit}, once the time has passed
   */
  public Deidentified deidentify(String text, Context context) {
    NormalText normal = NormalText.of(text);
    Findings found = stages.find(normal, context.limit());
    List<Finding> findings = settle(normal, found, Propagation.names(normal, found), context);
    return answer(text, found, findings, context);
  }

  /**
   * How many entries, overlaps included, a text of this length may have: one for four UTF-16 units,
   * and 10,000 in any case. Real notes have one for ten at most. A text with more is refused, so
   * that memory and time stay linear whatever somebody sends.
   */
  public static int mostFindings(int length) {
    return Math.max(FEWEST, length / UNITS_PER_FINDING);
  }

  /**
   * Finds and treats the texts of one conversation: a name found in any of them is found in all,
   * also in those before it.
   */
  public List<Deidentified> deidentify(List<String> texts, Context context) {
    List<NormalText> normals = texts.stream().map(NormalText::of).toList();
    List<Findings> found =
        normals.stream().map(normal -> stages.find(normal, context.limit())).toList();
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      names.addAll(Propagation.names(normals.get(i), found.get(i)));
    }
    List<Deidentified> results = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      List<Finding> findings = settle(normals.get(i), found.get(i), names, context);
      results.add(answer(texts.get(i), found.get(i), findings, context));
    }
    return results;
  }

  /**
   * Finds only: sorted, without overlaps, offsets in UTF-16 units of the text.
   *
   * @throws IllegalArgumentException if the text has more than {@link #mostFindings}; a list cut
   *     short would look complete
   */
  public List<Finding> scan(String text, Context context) {
    NormalText normal = NormalText.of(text);
    Findings found = stages.find(normal, context.limit());
    List<Finding> findings = settle(normal, found, Propagation.names(normal, found), context);
    if (found.overflowed()) {
      throw new IllegalArgumentException("more findings than a text of this length may have");
    }
    return findings;
  }

  private Deidentified answer(
      String text, Findings found, List<Finding> findings, Context context) {
    return found.overflowed()
        ? new Deidentified("", findings, true)
        : treat(text, findings, context);
  }

  private List<Finding> settle(
      NormalText normal, Findings findings, Set<String> names, Context context) {
    context.limit().check();
    Set<String> all = new LinkedHashSet<>(names);
    context.session().seen(Type.PERSON).stream().filter(Propagation::isDistinct).forEach(all::add);
    Propagation.find(normal, all, findings);
    context.limit().check();
    KnownMatcher known = KnownMatcher.of(context.known());
    known.find(normal, findings);
    encoded(normal, known, findings, context.limit());
    context.limit().check();
    Findings original = new Findings();
    for (Finding finding : findings.raw()) {
      original.add(
          finding.type(),
          normal.originalStart(finding.start()),
          normal.originalEnd(finding.end()),
          finding.confidence(),
          finding.stage());
    }
    return original.disjoint(kept);
  }

  /** A stretch of encoded text goes as a whole if anything in it identifies somebody. */
  private void encoded(NormalText normal, KnownMatcher known, Findings findings, TimeLimit limit) {
    for (EncodedText encoded : EncodedText.in(normal)) {
      NormalText decoded = NormalText.of(encoded.decoded());
      Findings inside = stages.find(decoded, limit);
      known.find(decoded, inside);
      if (!inside.isEmpty()) {
        findings.add(Type.ENCODED_TEXT, encoded.start(), encoded.end(), 0.9, Stage.SCAN);
      }
    }
  }

  private Deidentified treat(String text, List<Finding> findings, Context context) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int from = 0;
    for (Finding finding : findings) {
      Type type = finding.type();
      if (policy.treatment(type) == Treatment.REFUSE) {
        return new Deidentified("", findings, true);
      }
      String surface = text.substring(finding.start(), finding.end());
      out.append(text, from, finding.start());
      out.append(
          treatments.replacement(type, surface, canonical(finding, surface, context), context));
      from = finding.end();
    }
    return new Deidentified(out.append(text, from, text.length()).toString(), findings, false);
  }

  /**
   * A known person has one canonical value in all spellings, pinyin included; a mobile has one with
   * the country's code and without.
   */
  private String canonical(Finding finding, String surface, Context context) {
    String canonical = Treatments.canonical(surface);
    return switch (finding.type()) {
      case PERSON -> KnownMatcher.of(context.known()).canonicalName(canonical);
      case PHONE ->
          policy.treatment(Type.PHONE) == Treatment.PLACEHOLDER
              ? canonical.replaceFirst("^(?:\\+|00)?86(?=1[3-9]\\d{9}$)", "")
              : canonical;
      default -> canonical;
    };
  }
}
