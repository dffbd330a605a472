package gatehouse.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.faults.check.Database.Effect;
import gatehouse.faults.check.Finding.Kind;
import gatehouse.faults.check.Topics.Published;
import gatehouse.faults.load.Acknowledged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A checker that finds nothing proves nothing: each promise is broken here once. */
class ServiceCheckTest {
  private static final String TYPE = "thing.changed.v1";
  private static final String TOPIC = "things";

  private final List<JournalRow> journal = List.of(row(1, "a", 1), row(2, "b", 2), row(3, "c", 3));
  private final ServiceCheck check = new ServiceCheck("things", journal);
  private final StationCheck station = new StationCheck(check, journal);

  @Test
  void aWholeHistoryHasNoFindings() {
    check.numbersHaveNoGaps();
    check.holdsWhatWasAcknowledged(acknowledged("a", "b", "c"), Map.of(TYPE, 3L));
    check.wasPublishedInOrder(published("a", "b", "b", "a", "c"));
    station.countersMatchTheJournal(Map.of("s", 3L));
    station.effectsHappenedOnce(List.of(effect("a", 1), effect("b", 2), effect("c", 3)));
    station.parksNothingButPoison(List.of("poison-1"));

    assertThat(check.findings()).isEmpty();
  }

  @Test
  void whatWasAcknowledgedAndIsGoneIsLost() {
    check.holdsWhatWasAcknowledged(acknowledged("a", "x"), Map.of());

    assertThat(check.findings()).extracting(Finding::kind).containsExactly(Kind.LOST);
  }

  @Test
  void moreEntriesThanRequestsAreDoubled() {
    check.holdsWhatWasAcknowledged(acknowledged("a"), Map.of(TYPE, 2L));

    assertThat(check.findings()).extracting(Finding::kind).containsExactly(Kind.DOUBLED);
  }

  @Test
  void aMissingNumberIsLost() {
    ServiceCheck gap = new ServiceCheck("things", List.of(row(1, "a", 1), row(3, "c", 3)));

    gap.numbersHaveNoGaps();

    assertThat(gap.findings()).extracting(Finding::kind).containsExactly(Kind.LOST);
  }

  @Test
  void whatNeverReachedTheTopicIsLost() {
    check.wasPublishedInOrder(published("a", "b"));

    assertThat(check.findings()).extracting(Finding::kind).containsExactly(Kind.LOST);
  }

  @Test
  void anEarlierEntryBehindALaterOneIsReordered() {
    check.wasPublishedInOrder(published("b", "a", "c"));

    assertThat(check.findings()).extracting(Finding::kind).containsExactly(Kind.REORDERED);
  }

  @Test
  void aSecondEffectIsDoubled() {
    station.effectsHappenedOnce(
        List.of(effect("a", 1), effect("b", 2), effect("b", 2), effect("c", 3)));

    assertThat(check.findings()).extracting(Finding::kind).containsExactly(Kind.DOUBLED);
  }

  @Test
  void anEffectThatNeverCameIsLost() {
    station.effectsHappenedOnce(List.of(effect("a", 1), effect("b", 2)));

    assertThat(check.findings()).extracting(Finding::kind).containsExactly(Kind.LOST);
  }

  @Test
  void effectsInAnotherOrderAreReordered() {
    station.effectsHappenedOnce(List.of(effect("a", 1), effect("c", 3), effect("b", 2)));

    assertThat(check.findings()).extracting(Finding::kind).containsExactly(Kind.REORDERED);
  }

  @Test
  void aCounterAheadOfItsJournalIsLost() {
    station.countersMatchTheJournal(Map.of("s", 4L));

    assertThat(check.findings()).extracting(Finding::kind).containsExactly(Kind.LOST);
  }

  @Test
  void aParkedKeyThatIsNoPoisonIsLost() {
    station.parksNothingButPoison(List.of("c-1"));

    assertThat(check.findings()).extracting(Finding::kind).containsExactly(Kind.LOST);
  }

  @Test
  void whatNoOperatorHasActedOnStillWaits() {
    check.parksNothing(List.of("s-1"));

    assertThat(check.findings()).extracting(Finding::kind).containsExactly(Kind.NOT_DRAINED);
  }

  private static JournalRow row(long seq, String id, long version) {
    return new JournalRow(seq, id, TYPE, TOPIC, "s", version, Map.of());
  }

  private static List<Acknowledged> acknowledged(String... ids) {
    return List.of(ids).stream()
        .map(id -> new Acknowledged("things", TYPE, Acknowledged.ID, id))
        .toList();
  }

  private static List<Published> published(String... ids) {
    return List.of(ids).stream().map(id -> new Published(TOPIC, "s", id)).toList();
  }

  private static Effect effect(String id, long version) {
    return new Effect(id, "s", version);
  }
}
