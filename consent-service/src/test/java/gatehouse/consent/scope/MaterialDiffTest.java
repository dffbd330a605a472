package gatehouse.consent.scope;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.consent.scope.MaterialDiff.Widening;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaterialDiffTest {
  private static final List<String> CODES = List.of("NOTES", "IMAGING", "AUDIO", "GENETIC");
  private static final List<String> RECIPIENTS = List.of("a", "b", "c");

  @Test
  @Clause("E-42")
  void eachWideningIsNamed() {
    ScopeTerms old = terms(30, false, "CNN", Set.of("NOTES"), Set.of());

    assertThat(widenings(old, terms(30, false, "CNN", Set.of("NOTES", "AUDIO"), Set.of())))
        .containsExactly(Widening.CATEGORIES);
    assertThat(widenings(old, terms(30, false, "CNN", Set.of("NOTES"), Set.of("x"))))
        .containsExactly(Widening.RECIPIENTS);
    assertThat(widenings(old, terms(31, false, "CNN", Set.of("NOTES"), Set.of())))
        .containsExactly(Widening.PERIOD);
    assertThat(widenings(old, terms(null, false, "CNN", Set.of("NOTES"), Set.of())))
        .containsExactly(Widening.PERIOD);
    assertThat(widenings(old, terms(30, true, "CNN", Set.of("NOTES"), Set.of())))
        .containsExactly(Widening.CROSS_BORDER);
    assertThat(widenings(old, terms(30, false, "LLM", Set.of("NOTES"), Set.of())))
        .containsExactly(Widening.ALGORITHM_CLASS);
  }

  /** Invariant C5, its arithmetic: whoever drops something never widens; adding always does. */
  @Test
  @Clause("E-42")
  void narrowingIsNeverMaterialAndItsReverseAlwaysIs() {
    Random random = new Random(20260301);
    for (int round = 0; round < 2000; round++) {
      ScopeTerms wide = random(random);
      ScopeTerms narrow = narrower(wide, random);

      assertThat(MaterialDiff.between(wide, narrow).isMaterial()).isFalse();
      assertThat(MaterialDiff.between(narrow, wide).isMaterial()).isEqualTo(!wide.equals(narrow));
    }
  }

  @Test
  void hashesDifferExactlyWhenTermsDo() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      ScopeTerms one = random(random);
      ScopeTerms other = random(random);

      assertThat(one.hash().equals(other.hash())).isEqualTo(one.equals(other));
    }
    assertThat(terms(1, false, "CNN", Set.of("NOTES"), Set.of("a,1:b")).hash())
        .isNotEqualTo(terms(1, false, "CNN", Set.of("NOTES"), Set.of("a", "b")).hash());
  }

  private static Set<Widening> widenings(ScopeTerms old, ScopeTerms next) {
    return MaterialDiff.between(old, next).widenings();
  }

  private static ScopeTerms random(Random random) {
    return terms(
        random.nextBoolean() ? null : 10 + random.nextInt(3),
        random.nextBoolean(),
        random.nextBoolean() ? "CNN" : "LLM",
        some(CODES, random, 1),
        some(RECIPIENTS, random, 0));
  }

  private static ScopeTerms narrower(ScopeTerms wide, Random random) {
    TreeSet<Category> categories = new TreeSet<>(wide.categories());
    if (categories.size() > 1 && random.nextBoolean()) {
      categories.removeFirst();
    }
    TreeSet<String> recipients = new TreeSet<>(wide.recipients());
    if (!recipients.isEmpty() && random.nextBoolean()) {
      recipients.removeLast();
    }
    Integer days = wide.periodDays();
    return new ScopeTerms(
        wide.purpose(),
        wide.activities(),
        categories,
        recipients,
        random.nextBoolean() ? days : Integer.valueOf(days == null ? 5 : days - 1),
        wide.crossBorder() && random.nextBoolean(),
        wide.algorithmClass());
  }

  private static Set<String> some(List<String> all, Random random, int atLeast) {
    Set<String> chosen = new TreeSet<>(all.subList(0, atLeast));
    all.stream().filter(_ -> random.nextBoolean()).forEach(chosen::add);
    return chosen;
  }

  private static ScopeTerms terms(
      @Nullable Integer days,
      boolean crossBorder,
      String algorithm,
      Set<String> categories,
      Set<String> recipients) {
    return new ScopeTerms(
        Purpose.CARE,
        new TreeSet<>(Arrays.asList(Activity.PROCESS, Activity.USE)),
        new TreeSet<>(categories.stream().map(Category::new).toList()),
        new TreeSet<>(recipients),
        days,
        crossBorder,
        algorithm);
  }
}
