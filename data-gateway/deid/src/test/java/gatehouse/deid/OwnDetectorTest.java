package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.policy.Policy;
import gatehouse.deid.scan.Detector;
import gatehouse.deid.tagging.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The slot for a detector of the caller's, such as a larger model. */
class OwnDetectorTest {
  @Test
  void itsFindingsCountLikeTheOthers() {
    Detector starred =
        (text, hits, findings) -> {
          for (int i = 0; i < text.length(); i++) {
            if (text.at(i) == '☆') {
              findings.add(Type.PERSON, i, i + 2, 0.9, Stage.MODEL);
            }
          }
        };
    Deidentifier engine =
        Deidentifier.of(Policy.named("public"), null, Weights.shipped(), List.of(starred));
    assertThat(engine.deidentify("见☆甲，血压平稳", Engine.unknown()).text())
        .startsWith("见⟦NAME-1-")
        .endsWith("⟧，血压平稳");
  }
}
