package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A text that is nothing but findings costs no more than its limit. */
class LimitTest {
  private static final String FLOOD = "王李张赵刘陈杨黄周吴".repeat(40_000);

  @Test
  void aFloodOfFindingsIsRefused() {
    Deidentified result = Engine.PUBLIC.deidentify(FLOOD, Engine.unknown());
    assertThat(result.refused()).isTrue();
    assertThat(result.text()).isEmpty();
    assertThat(result.findings()).hasSizeLessThanOrEqualTo(Deidentifier.mostFindings(400_000));
  }

  @Test
  void inAConversationOnlyTheFloodIsRefused() {
    List<Deidentified> results = Engine.PUBLIC.deidentify(List.of("血压平稳", FLOOD), Engine.unknown());
    assertThat(results).extracting(Deidentified::refused).containsExactly(false, true);
  }

  @Test
  void aScanNeverGivesAnIncompleteList() {
    assertThatThrownBy(() -> Engine.PUBLIC.scan(FLOOD, Engine.unknown()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDenseListOfNamesIsNotRefused() {
    String text = "参加人员：" + "王小明、李建国、周佳琪、".repeat(100);
    assertThat(Engine.PUBLIC.deidentify(text, Engine.unknown()).refused()).isFalse();
  }

  @Test
  void timeThatIsUpEndsAnyPassWithoutAResult() {
    Context late = Engine.unknown().within(new Steps(0)::check);
    assertThatThrownBy(() -> Engine.PUBLIC.deidentify("王小明来诊", late)).isInstanceOf(Late.class);
    assertThatThrownBy(() -> Engine.PUBLIC.deidentify(List.of("王小明来诊"), late))
        .isInstanceOf(Late.class);
    assertThatThrownBy(() -> Engine.PUBLIC.scan("王小明来诊", late)).isInstanceOf(Late.class);
  }

  @Test
  void theTimeOfAContextIsThatOfAllItsTexts() {
    Steps steps = new Steps(100);
    Context limited = Engine.unknown().within(steps::check);
    assertThat(Engine.PUBLIC.deidentify("王小明来诊", limited).findings()).isNotEmpty();
    assertThatThrownBy(
            () -> {
              for (int text = 0; text < 100; text++) {
                Engine.PUBLIC.deidentify("血压平稳", limited);
              }
            })
        .isInstanceOf(Late.class);
  }

  @Test
  void theEngineAsksBetweenItsDetectors() {
    Steps steps = new Steps(Integer.MAX_VALUE);
    Engine.PUBLIC.scan("血压平稳", Engine.unknown().within(steps::check));
    assertThat(steps.taken).isGreaterThan(16);
  }

  private static final class Late extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A time that is counted in questions. */
  private static final class Steps {
    private final int most;
    private int taken;

    Steps(int most) {
      this.most = most;
    }

    void check() {
      if (++taken > most) {
        throw new Late();
      }
    }
  }
}
