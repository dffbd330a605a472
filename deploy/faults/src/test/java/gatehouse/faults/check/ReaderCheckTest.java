package gatehouse.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Topic;
import gatehouse.faults.check.Finding.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each promise to those that read is broken here once. */
class ReaderCheckTest {
  private static final String STOPS = "incident.stop.v1";
  private static final String CACHE = "admission.application.v1";

  private final ReaderCheck check =
      new ReaderCheck(
          List.of(
              topic(STOPS, Topic.Cleanup.FOREVER, "data-gateway"),
              topic(CACHE, Topic.Cleanup.COMPACT, "consent-service"),
              topic("gateway.permit.v1", Topic.Cleanup.DELETE)));

  private record Told(Set<String> ids, long effects) implements ReaderCheck.Place {
    @Override
    public Set<String> inbox(String topic) {
      return ids;
    }

    @Override
    public long count(String sql) {
      return effects;
    }
  }

  @Test
  void whatWasTakenInOnceHasNoFindings() throws Exception {
    check.tells(List.of(stop("a"), stop("b")));

    assertThat(check.awaited("data-gateway", new Told(Set.of("a", "b", "later"), 2))).isZero();
    check.tookEverythingOnce("data-gateway", new Told(Set.of("a", "b", "later"), 2));

    assertThat(check.findings()).isEmpty();
  }

  @Test
  void whatNeverReachedAReaderIsLost() throws Exception {
    check.tells(List.of(stop("a"), stop("b")));

    assertThat(check.awaited("data-gateway", new Told(Set.of("a"), 2))).isEqualTo(1);
    check.tookEverythingOnce("data-gateway", new Told(Set.of("a"), 2));

    assertThat(check.findings()).extracting(Finding::kind).containsExactly(Kind.LOST);
  }

  @Test
  void anEffectTooManyIsDoubledAndOneTooFewIsLost() throws Exception {
    check.tells(List.of(stop("a"), stop("b")));

    check.tookEverythingOnce("data-gateway", new Told(Set.of("a", "b"), 3));
    check.tookEverythingOnce("data-gateway", new Told(Set.of("a", "b"), 1));

    assertThat(check.findings()).extracting(Finding::kind).containsExactly(Kind.DOUBLED, Kind.LOST);
  }

  /** The broker may have forgotten it before anybody read it. */
  @Test
  void whatOnlyWarmsACacheMayBeMissing() throws Exception {
    check.tells(List.of(new JournalRow(1, "x", "t", CACHE, "s", 1, Map.of())));

    assertThat(check.awaited("consent-service", new Told(Set.of(), 0))).isZero();
    check.tookEverythingOnce("consent-service", new Told(Set.of(), 0));

    assertThat(check.findings()).isEmpty();
  }

  private static Topic topic(String name, Topic.Cleanup cleanup, String... readers) {
    return new Topic(name, 1, cleanup, "writer", Set.of(readers));
  }

  private static JournalRow stop(String id) {
    return new JournalRow(1, id, "gatehouse.incident.stop.issued.v1", STOPS, "s", 1, Map.of());
  }
}
