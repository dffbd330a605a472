package gatehouse.gateway.standing;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.standing.StopOrder.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

@Clause("G-51")
class StopCopyTest {
  private static final StopOrder STOP = new StopOrder("s-1", 5, Kind.APPLICATION, "notes", null);

  private final StopCopy copy = new StopCopy();

  @Test
  void anEventDeniesBeforeTheOwnerIsHeard() {
    copy.issued(STOP);

    assertThat(copy.covering("NOTES", null)).containsExactly(STOP);
  }

  @Test
  void aLateEventDoesNotBringBackWhatTheOwnerNoLongerTells() {
    copy.refresh(new StopsInForce(6, List.of()));
    copy.issued(STOP);

    assertThat(copy.covering("notes", null)).isEmpty();
  }

  @Test
  void anOldAnswerTakesNoStopAway() {
    copy.refresh(new StopsInForce(6, List.of(STOP)));
    copy.refresh(new StopsInForce(4, List.of()));

    assertThat(copy.covering("notes", null)).containsExactly(STOP);
  }

  @Test
  void aStopNewerThanTheAnswerStays() {
    copy.issued(STOP);
    copy.refresh(new StopsInForce(4, List.of()));

    assertThat(copy.covering("notes", null)).containsExactly(STOP);
  }

  @Test
  void theOwnersNewerAnswerRules() {
    copy.issued(STOP);
    copy.refresh(new StopsInForce(6, List.of()));

    assertThat(copy.covering("notes", null)).isEmpty();
  }

  @Test
  void whatCannotBeReadDeniesUntilTheOwnerIsHeard() {
    copy.refresh(new StopsInForce(6, List.of()));
    copy.doubt("s-2");

    assertThat(copy.covering("anything", null)).hasSize(1);

    copy.confirm();

    assertThat(copy.covering("anything", null)).isEmpty();
  }

  @Test
  void whoeverListensHearsOfEveryDenial() {
    int[] heard = new int[1];
    copy.onDenial(() -> heard[0]++);

    copy.issued(STOP);
    copy.doubt("s-2");
    copy.refresh(new StopsInForce(6, List.of(STOP)));

    assertThat(heard[0]).isEqualTo(3);
  }
}
