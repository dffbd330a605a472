package gatehouse.consent.template;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.Tier;
import gatehouse.consent.scope.ScopeKind;
import gatehouse.consent.template.LintFinding.Code;
import gatehouse.consent.text.Wording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {
  private static final Wording FINE = new Wording("由医生决定。", "The physician decides.");
  private static final Wording NONE = new Wording("", "");
  private static final Map<BlockKind, Code> FOUR =
      Map.of(
          BlockKind.ROLE, Code.ROLE_MISSING,
          BlockKind.LIMITS, Code.LIMITS_MISSING,
          BlockKind.ALTERNATIVES, Code.ALTERNATIVES_MISSING,
          BlockKind.REFUSAL, Code.REFUSAL_MISSING);

  /** Invariant C4: whichever subset of blocks a form has, each missing one is found. */
  @Test
  @Clause({"G-38", "G-39", "G-40", "G-41"})
  void everySubsetOfTheFourBlocksIsJudgedRight() {
    List<BlockKind> all = List.copyOf(FOUR.keySet());
    for (int bits = 0; bits < 1 << all.size(); bits++) {
      Set<BlockKind> present = EnumSet.noneOf(BlockKind.class);
      Set<Code> missing = EnumSet.noneOf(Code.class);
      for (int i = 0; i < all.size(); i++) {
        if ((bits >> i & 1) == 1) {
          present.add(all.get(i));
        } else {
          missing.add(FOUR.get(all.get(i)));
        }
      }
      assertThat(codes(text(present, FINE), Tier.HIGH, ScopeKind.AI_USE))
          .containsExactlyInAnyOrderElementsOf(missing);
    }
  }

  @Test
  @Clause("G-40")
  void alternativesNameTheRouteWithoutAi() {
    assertThat(codes(text(FOUR.keySet(), NONE), Tier.HIGH, ScopeKind.AI_USE))
        .containsExactly(Code.NO_AI_ROUTE_MISSING);
  }

  @Test
  @Clause({"E-19", "E-36"})
  void researchNeedsMoreAtEveryTier() {
    for (Tier tier : Tier.values()) {
      List<LintFinding> findings = Lint.check(text(FOUR.keySet(), FINE), tier, ScopeKind.RESEARCH);

      assertThat(findings).extracting(LintFinding::code).containsOnly(Code.BLOCK_MISSING);
      assertThat(findings)
          .extracting(LintFinding::where)
          .contains("PURPOSE", "MANNER", "RISKS", "RIGHTS_SUBJECT", "DUTIES_COLLECTOR");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AI 诊断结果。",
        "AI诊断",
        "ＡＩ诊断",
        "a i 诊 断",
        "AI\u200b诊断",
        "它能替代医生。",
        "不会取代医师",
        "人工智能诊断"
      })
  @Clause("G-61")
  void bannedPhrasesAreFoundHoweverTheyAreWritten(String chinese) {
    TemplateText text = with(new Block(BlockKind.ROLE, new Wording(chinese, "It assists.")));

    assertThat(codes(text, Tier.HIGH, ScopeKind.AI_USE)).containsExactly(Code.BANNED_PHRASE);
  }

  @Test
  @Clause("G-61")
  void bannedPhrasesAreFoundInEnglishTitlesAndChecks() {
    Check check =
        new Check(
            "k",
            new Wording("它做什么？", "Is it an AI doctor?"),
            List.of(choice("a", true), choice("b", false)));
    TemplateText text =
        new TemplateText(new Wording("知情同意书", "AI  Diagnosis"), four(), FINE, List.of(check));

    assertThat(codes(text, Tier.HIGH, ScopeKind.AI_USE))
        .containsExactly(Code.BANNED_PHRASE, Code.BANNED_PHRASE);
  }

  @Test
  @Clause("E-35")
  void longSentencesAreFound() {
    String eighty = "字".repeat(80);
    TemplateText fits = with(new Block(BlockKind.ROLE, new Wording(eighty + "。" + eighty, "x")));
    TemplateText tooLong = with(new Block(BlockKind.ROLE, new Wording(eighty + "字。", "x")));

    assertThat(codes(fits, Tier.HIGH, ScopeKind.AI_USE)).isEmpty();
    assertThat(codes(tooLong, Tier.HIGH, ScopeKind.AI_USE)).containsExactly(Code.SENTENCE_TOO_LONG);
  }

  @Test
  void everyPartSpeaksBothLanguagesAndComesOnce() {
    TemplateText oneLanguage = with(new Block(BlockKind.ROLE, new Wording("由医生决定。", " ")));
    List<Block> twice = new ArrayList<>(four());
    twice.add(new Block(BlockKind.ROLE, FINE));

    assertThat(codes(oneLanguage, Tier.HIGH, ScopeKind.AI_USE))
        .containsExactly(Code.LANGUAGE_MISSING);
    assertThat(codes(new TemplateText(FINE, twice, FINE, List.of()), Tier.HIGH, ScopeKind.AI_USE))
        .containsExactly(Code.BLOCK_REPEATED);
  }

  @Test
  @Clause("E-30")
  void preselectedAnswersAreRefused() {
    Check.Choice ticked = new Check.Choice("a", FINE, true, true);
    Check check = new Check("k", FINE, List.of(ticked, choice("b", false)));

    assertThat(
            codes(
                new TemplateText(FINE, four(), FINE, List.of(check)), Tier.HIGH, ScopeKind.AI_USE))
        .containsExactly(Code.PRESELECTED_ANSWER);
  }

  @Test
  @Clause("E-17")
  void checkNeedsRightAndWrongChoices() {
    for (boolean right : List.of(true, false)) {
      Check check = new Check("k", FINE, List.of(choice("a", right), choice("b", right)));
      TemplateText text = new TemplateText(FINE, four(), FINE, List.of(check));

      assertThat(codes(text, Tier.HIGH, ScopeKind.AI_USE)).containsExactly(Code.CHECK_UNANSWERABLE);
    }
  }

  private static List<Code> codes(TemplateText text, Tier tier, ScopeKind kind) {
    return Lint.check(text, tier, kind).stream().map(LintFinding::code).toList();
  }

  private static TemplateText text(Set<BlockKind> kinds, Wording route) {
    List<Block> blocks = kinds.stream().sorted().map(kind -> new Block(kind, FINE)).toList();
    return new TemplateText(FINE, blocks, route, List.of());
  }

  private static List<Block> four() {
    return FOUR.keySet().stream().sorted().map(kind -> new Block(kind, FINE)).toList();
  }

  private static TemplateText with(Block block) {
    List<Block> blocks =
        four().stream().map(old -> old.kind() == block.kind() ? block : old).toList();
    return new TemplateText(FINE, blocks, FINE, List.of());
  }

  private static Check.Choice choice(String key, boolean right) {
    return new Check.Choice(key, FINE, right, false);
  }
}
