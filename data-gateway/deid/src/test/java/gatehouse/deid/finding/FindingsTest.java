package gatehouse.deid.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final List<Type> TYPES = List.of(Type.values());
  private static final List<Stage> STAGES = List.of(Stage.values());
  private static final Set<Type> KEPT = EnumSet.of(Type.URL, Type.DEVICE_ID, Type.HOSPITAL);

  @Test
  void stagesAddAndNoneRemoves() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      Findings findings = new Findings();
      BitSet covered = new BitSet();
      BitSet names = new BitSet();
      for (int i = 0; i < random.nextInt(12); i++) {
        int start = random.nextInt(60);
        int end = start + 1 + random.nextInt(12);
        Type type = TYPES.get(random.nextInt(TYPES.size()));
        Stage stage = STAGES.get(random.nextInt(STAGES.size()));
        findings.add(type, start, end, random.nextDouble(), stage);
        covered.set(start, end);
        if (type == Type.PERSON && stage == Stage.KNOWN) {
          names.set(start, end);
        }
      }
      BitSet after = new BitSet();
      int last = 0;
      for (Finding finding : findings.disjoint(KEPT)) {
        assertThat(finding.start()).isGreaterThanOrEqualTo(last);
        after.set(finding.start(), finding.end());
        last = finding.end();
        boolean readable = KEPT.contains(finding.type());
        assertThat(readable && names.get(finding.start(), finding.end()).cardinality() > 0)
            .isFalse();
      }
      assertThat(after).isEqualTo(covered);
    }
  }

  @Test
  void theLongerFindingKeepsItsSpan() {
    Findings findings = new Findings();
    findings.add(Type.PHONE, 3, 8, 0.9, Stage.SCAN);
    findings.add(Type.ADDRESS, 0, 20, 0.5, Stage.SCAN);
    assertThat(findings.disjoint()).extracting(Finding::type).containsExactly(Type.ADDRESS);
  }

  @Test
  void atEqualLengthTheSurerFindingWins() {
    Findings findings = new Findings();
    findings.add(Type.PASSPORT, 0, 9, 0.6, Stage.SCAN);
    findings.add(Type.INSURANCE_NO, 0, 9, 0.97, Stage.CONTEXT);
    assertThat(findings.disjoint()).extracting(Finding::type).containsExactly(Type.INSURANCE_NO);
  }

  @Test
  void aKnownNameInsideAnIdentifierIsAPartOfIt() {
    Findings findings = new Findings();
    findings.add(Type.PERSON, 0, 7, 1, Stage.KNOWN);
    findings.add(Type.EMAIL, 0, 23, 0.99, Stage.SCAN);
    assertThat(findings.disjoint())
        .containsExactly(new Finding(Type.EMAIL, 0, 23, 0.99, Stage.SCAN));
  }

  @Test
  void aKnownNameOverTheEdgeOfAnIdentifierGoesWithIt() {
    Findings findings = new Findings();
    findings.add(Type.PERSON, 0, 12, 1, Stage.KNOWN);
    findings.add(Type.PERSON, 6, 12, 1, Stage.KNOWN);
    findings.add(Type.EMAIL, 6, 23, 0.99, Stage.SCAN);
    assertThat(findings.disjoint())
        .containsExactly(new Finding(Type.EMAIL, 0, 23, 0.99, Stage.SCAN));
  }

  @Test
  void aKnownNumberOverTheEdgeOfALargerOneGoesWithIt() {
    Findings findings = new Findings();
    findings.add(Type.PHONE, 3, 14, 1, Stage.KNOWN);
    findings.add(Type.BANK_CARD, 7, 26, 0.9, Stage.SCAN);
    assertThat(findings.disjoint())
        .containsExactly(new Finding(Type.BANK_CARD, 3, 26, 0.9, Stage.SCAN));
  }

  @Test
  void aKnownNameKeepsItsSpanAgainstAGuess() {
    Findings findings = new Findings();
    findings.add(Type.PERSON, 2, 5, 1, Stage.KNOWN);
    findings.add(Type.PERSON, 2, 6, 0.6, Stage.MODEL);
    findings.add(Type.HOSPITAL, 0, 9, 0.6, Stage.SCAN);
    assertThat(findings.disjoint())
        .extracting(Finding::type, Finding::start, Finding::end)
        .containsExactly(
            tuple(Type.HOSPITAL, 0, 2), tuple(Type.PERSON, 2, 5), tuple(Type.HOSPITAL, 5, 9));
  }

  @Test
  void aTypeThatStaysReadableTakesNoKnownNameIn() {
    Findings findings = new Findings();
    findings.add(Type.PERSON, 10, 17, 1, Stage.KNOWN);
    findings.add(Type.URL, 0, 30, 0.9, Stage.SCAN);
    assertThat(findings.disjoint(Set.of(Type.URL)))
        .extracting(Finding::type)
        .containsExactly(Type.URL, Type.PERSON, Type.URL);
  }
}
