package gatehouse.deid.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final List<Type> TYPES = List.of(Type.values());

  @Test
  void stagesAddAndNoneRemoves() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      Findings findings = new Findings();
      BitSet covered = new BitSet();
      for (int i = 0; i < random.nextInt(12); i++) {
        int start = random.nextInt(60);
        int end = start + 1 + random.nextInt(12);
        Type type = TYPES.get(random.nextInt(TYPES.size()));
        findings.add(type, start, end, random.nextDouble(), Stage.SCAN);
        covered.set(start, end);
      }
      BitSet after = new BitSet();
      int last = 0;
      for (Finding finding : findings.disjoint()) {
        assertThat(finding.start()).isGreaterThanOrEqualTo(last);
        after.set(finding.start(), finding.end());
        last = finding.end();
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
}
