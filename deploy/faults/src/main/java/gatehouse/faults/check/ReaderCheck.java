package gatehouse.faults.check;

import gatehouse.embedded.Topic;
import gatehouse.faults.check.Finding.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds what services told against what those have taken in that read it, and against what that did
 * there. A database as it is, asked with SQL of its own.
 */
final class ReaderCheck {
  private static final String ISSUED = "gatehouse.incident.stop.issued.v1";

  private final List<Topic> topics;
  private final Map<String, Set<String>> told = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private long stops;

  /** Of a broker that may forget what a later record of the same key replaces: not of these. */
  ReaderCheck(List<Topic> topics) {
    this.topics =
        topics.stream()
            .filter(topic -> topic.cleanup() != Topic.Cleanup.COMPACT)
            .filter(topic -> !topic.readers().isEmpty())
            .toList();
    this.topics.forEach(topic -> told.put(topic.name(), new HashSet<>()));
  }

  /** What a reader's database says. */
  interface Place {
    /** The events of a topic that were taken in. */
    Set<String> inbox(String topic) throws SQLException;

    /** One number. */
    long count(String sql) throws SQLException;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** The journal of one service, whose events others read. */
  void tells(List<JournalRow> journal) {
    for (JournalRow row : journal) {
      Set<String> ids = row.topic() == null ? null : told.get(row.topic());
      if (ids != null) {
        ids.add(row.id());
        stops += row.type().equals(ISSUED) ? 1 : 0;
      }
    }
  }

  /** How many events a service has not taken in that it should. */
  long awaited(String service, Place place) throws SQLException {
    long missing = 0;
    for (Topic topic : readBy(service)) {
      missing += missing(topic, place).size();
    }
    return missing;
  }

  /** Every event was taken in, and what can be counted of it happened once. */
  void tookEverythingOnce(String service, Place place) throws SQLException {
    for (Topic topic : readBy(service)) {
      missing(topic, place)
          .forEach(
              id -> report(Kind.LOST, service, "never taken in from " + topic.name() + ": " + id));
    }
    switch (service) {
      case "data-gateway" ->
          each(
              service, "recall", "stop", place.count("SELECT count(*) FROM gateway.recall"), stops);
      case "consent-service" ->
          each(service, "stop", "stop", place.count(knownStops("consent")), stops);
      case "admission-service" -> {
        each(service, "stop", "stop", place.count(knownStops("admission")), stops);
        // Of one moment: checkpoints never end.
        long tooMany =
            place.count(
                "SELECT (SELECT count(*) FROM journal.entries"
                    + " WHERE type = 'gatehouse.journal.checkpoint.remembered.v1')"
                    + " - (SELECT count(*) FROM journal.inbox"
                    + " WHERE topic = 'incident.checkpoint.v1')");
        each(service, "remembered entry", "checkpoint taken in", tooMany, 0);
      }
      default -> {
        // Its effects depend on what is in the events.
      }
    }
  }

  private static String knownStops(String schema) {
    return "SELECT count(*) FROM " + schema + ".known_stop WHERE kind IS NOT NULL";
  }

  private void each(String service, String effect, String cause, long effects, long causes) {
    if (effects != causes) {
      report(
          effects < causes ? Kind.LOST : Kind.DOUBLED,
          service,
          "%+d of one %s for each %s".formatted(effects - causes, effect, cause));
    }
  }

  private List<Topic> readBy(String service) {
    return topics.stream().filter(topic -> topic.readers().contains(service)).toList();
  }

  private Set<String> missing(Topic topic, Place place) throws SQLException {
    Set<String> missing = new HashSet<>(told.getOrDefault(topic.name(), Set.of()));
    if (!missing.isEmpty()) {
      missing.removeAll(place.inbox(topic.name()));
    }
    return missing;
  }

  private void report(Kind kind, String service, String what) {
    findings.add(new Finding(kind, service, what));
  }
}
