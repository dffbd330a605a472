package gatehouse.faults.fault;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.faults.fault.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FaultOrderTest {
  private static final int WAYS = 6;

  private static final List<Fault> POSSIBLE =
      List.of(
          fault("kill -9 admission-service", Kind.RESTART),
          fault("kill -9 postgres", Kind.RESTART),
          fault("pause station", Kind.TROUBLE),
          fault("pause kafka", Kind.TROUBLE),
          fault("cut postgres", Kind.TROUBLE),
          fault("poison on things", Kind.RECORDS),
          fault("repeat on things", Kind.RECORDS),
          fault("repeat on " + Mischief.STATION, Kind.RECORDS),
          fault("fill the disk", Kind.RESTART));

  @RepeatedTest(10)
  void eachWayStrikesBeforeAnyStrikesTwice(RepetitionInfo turn) {
    FaultOrder order = order("", turn.getCurrentRepetition(), 0);

    assertThat(order.ways()).isEqualTo(WAYS);
    assertThat(names(order, WAYS).stream().map(name -> name.substring(0, name.indexOf(' '))))
        .containsExactlyInAnyOrder("kill", "pause", "cut", "poison", "repeat", "fill");
  }

  /** What takes long to start again is killed later, and what may be empty is repeated later. */
  @RepeatedTest(10)
  void theFirstThatIsKilledIsQuicklyBackAndTheFirstThatIsRepeatedHasRecords(RepetitionInfo turn) {
    assertThat(names(order("", turn.getCurrentRepetition(), 0), WAYS))
        .contains("kill -9 postgres", "repeat on " + Mischief.STATION)
        .doesNotContain("kill -9 admission-service", "repeat on things");
  }

  @Test
  void eachStrikesOnceBeforeAnyStrikesTwice() {
    assertThat(names(order("", 7, 0), POSSIBLE.size()))
        .containsExactlyInAnyOrderElementsOf(POSSIBLE.stream().map(Fault::name).toList());
  }

  @Test
  void aLaterLegGoesOnWhereTheOneBeforeItEnded() {
    List<String> whole = names(order("", 7, 0), 14);

    assertThat(names(order("", 7, 4), 10)).isEqualTo(whole.subList(4, 14));
  }

  @Test
  void onlyWhatWasAskedForIsCounted() {
    assertThat(order("pause", 7, 0).ways()).isEqualTo(1);
  }

  private static FaultOrder order(String only, long seed, long struck) {
    return new FaultOrder(_ -> POSSIBLE, only, seed, struck);
  }

  private static List<String> names(FaultOrder order, int count) {
    List<String> names = new ArrayList<>();
    while (names.size() < count) {
      order.next().forEach(one -> names.add(one.name()));
    }
    return names.subList(0, count);
  }

  private static Fault fault(String name, Kind kind) {
    return Fault.lasting(name, kind, 0, 0, () -> {});
  }
}
