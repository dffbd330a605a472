package gatehouse.consent.template;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.Tier;
import gatehouse.consent.scope.ScopeKind;
import gatehouse.consent.template.LintFinding.Code;
import gatehouse.consent.text.BannedPhrases;
import gatehouse.consent.text.Wording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a form must and must not say: named, pure functions over its text. */
@Clause({"G-38", "G-39", "G-40", "G-41", "G-61", "E-19", "E-36"})
public final class Lint {
  /** Characters of the longest Chinese sentence that people still take in at once. */
  static final int LONGEST_SENTENCE = 80;

  private static final Set<BlockKind> OF_HIGH =
      EnumSet.of(BlockKind.ROLE, BlockKind.LIMITS, BlockKind.ALTERNATIVES, BlockKind.REFUSAL);

  private static final Set<BlockKind> OF_LOWER = EnumSet.of(BlockKind.ROLE, BlockKind.REFUSAL);

  private static final Set<BlockKind> OF_RESEARCH =
      EnumSet.of(
          BlockKind.PURPOSE,
          BlockKind.MANNER,
          BlockKind.RISKS,
          BlockKind.RIGHTS_SUBJECT,
          BlockKind.DUTIES_COLLECTOR,
          BlockKind.RESULTS,
          BlockKind.COMPENSATION,
          BlockKind.WITHDRAWAL);

  private static final Map<BlockKind, Code> NAMED =
      Map.of(
          BlockKind.ROLE, Code.ROLE_MISSING,
          BlockKind.LIMITS, Code.LIMITS_MISSING,
          BlockKind.ALTERNATIVES, Code.ALTERNATIVES_MISSING,
          BlockKind.REFUSAL, Code.REFUSAL_MISSING);

  private static final List<Function<TemplateText, Stream<LintFinding>>> RULES =
      List.of(
          Lint::everyPartSpeaksBothLanguages,
          Lint::noPartComesTwice,
          Lint::alternativesNameTheRouteWithoutAi,
          Lint::sentencesAreShort,
          Lint::noBannedPhrase,
          Lint::nothingIsPreselected,
          Lint::everyCheckCanBeAnswered);

  private Lint() {}

  /** The parts that a form of the tier and kind must have. */
  public static Set<BlockKind> mandatory(Tier tier, ScopeKind kind) {
    Set<BlockKind> mandatory = EnumSet.copyOf(tier == Tier.HIGH ? OF_HIGH : OF_LOWER);
    if (kind == ScopeKind.RESEARCH) {
      mandatory.addAll(OF_HIGH);
      mandatory.addAll(OF_RESEARCH);
    }
    return mandatory;
  }

  /** Everything that is wrong; empty when the form may be published. */
  public static List<LintFinding> check(TemplateText text, Tier tier, ScopeKind kind) {
    List<LintFinding> findings = new ArrayList<>();
    mandatory(tier, kind).stream()
        .filter(block -> !text.kinds().contains(block))
        .map(block -> new LintFinding(NAMED.getOrDefault(block, Code.BLOCK_MISSING), block.name()))
        .forEach(findings::add);
    RULES.stream().flatMap(rule -> rule.apply(text)).forEach(findings::add);
    return List.copyOf(findings);
  }

  private static Stream<LintFinding> everyPartSpeaksBothLanguages(TemplateText text) {
    return parts(text)
        .filter(part -> part.getValue().lacksLanguage())
        .map(part -> new LintFinding(Code.LANGUAGE_MISSING, part.getKey()));
  }

  private static Stream<LintFinding> noPartComesTwice(TemplateText text) {
    return text.kinds().stream()
        .filter(kind -> text.blocks().stream().filter(b -> b.kind() == kind).count() > 1)
        .map(kind -> new LintFinding(Code.BLOCK_REPEATED, kind.name()));
  }

  @Clause("G-40")
  private static Stream<LintFinding> alternativesNameTheRouteWithoutAi(TemplateText text) {
    return text.kinds().contains(BlockKind.ALTERNATIVES) && text.noAiRoute().lacksLanguage()
        ? Stream.of(new LintFinding(Code.NO_AI_ROUTE_MISSING, "noAiRoute"))
        : Stream.empty();
  }

  @Clause("E-35")
  private static Stream<LintFinding> sentencesAreShort(TemplateText text) {
    return parts(text)
        .filter(part -> longestSentence(part.getValue().zh()) > LONGEST_SENTENCE)
        .map(part -> new LintFinding(Code.SENTENCE_TOO_LONG, part.getKey()));
  }

  @Clause("G-61")
  private static Stream<LintFinding> noBannedPhrase(TemplateText text) {
    return parts(text)
        .flatMap(part ->
            BannedPhrases.in(part.getValue()).stream()
                .map(phrase -> new LintFinding(Code.BANNED_PHRASE, part.getKey() + ": " + phrase)));
  }

  @Clause("E-30")
  private static Stream<LintFinding> nothingIsPreselected(TemplateText text) {
    return text.checks().stream()
        .filter(check -> check.choices().stream().anyMatch(Check.Choice::preselected))
        .map(check -> new LintFinding(Code.PRESELECTED_ANSWER, check.key()));
  }

  private static Stream<LintFinding> everyCheckCanBeAnswered(TemplateText text) {
    return text.checks().stream()
        .filter(Lint::isUnanswerable)
        .map(check -> new LintFinding(Code.CHECK_UNANSWERABLE, check.key()));
  }

  private static boolean isUnanswerable(Check check) {
    long right = check.choices().stream().filter(Check.Choice::right).count();
    return right == 0 || right == check.choices().size();
  }

  private static Stream<Map.Entry<String, Wording>> parts(TemplateText text) {
    Stream<Map.Entry<String, Wording>> blocks =
        text.blocks().stream().map(block -> Map.entry(block.kind().name(), block.wording()));
    Stream<Map.Entry<String, Wording>> checks =
        text.checks().stream()
            .flatMap(check ->
                Stream.concat(
                        Stream.of(check.question()),
                        check.choices().stream().map(Check.Choice::wording))
                    .map(wording -> Map.entry(check.key(), wording)));
    Stream<Map.Entry<String, Wording>> frame =
        Stream.of(Map.entry("title", text.title()), Map.entry("noAiRoute", text.noAiRoute()));
    return Stream.of(frame, blocks, checks)
        .flatMap(stream -> stream)
        .filter(part -> !isAbsentRoute(text, part));
  }

  /** Only the forms that list alternatives have to name the route; the rule above asks for it. */
  private static boolean isAbsentRoute(TemplateText text, Map.Entry<String, Wording> part) {
    return part.getKey().equals("noAiRoute") && text.noAiRoute().lacksLanguage();
  }

  private static int longestSentence(String chinese) {
    return Stream.of(chinese.split("[。！？；\n.!?;]"))
        .mapToInt(sentence -> sentence.codePointCount(0, sentence.length()))
        .max()
        .orElse(0);
  }
}
