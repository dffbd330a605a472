package gatehouse.story.proof;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.story.stage.Chapter;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Chapter 7: every step is an entry of a journal and an event whose schema is its producer's. */
public final class ProofChapter implements Chapter {
  private static final int PAGE = 1000;

  /** What the story did, by the service that must remember it. */
  private static final Map<Part, List<String>> STEPS =
      Map.of(
          Part.ADMISSION,
          List.of(
              "product.vendor-registered",
              "product.registered",
              "product.version-registered",
              "application.registered",
              "application.tiered",
              "application.status-changed",
              "case.evidence-filed",
              "case.pilot-finished",
              "case.ballot-cast",
              "case.admission-granted",
              "filing.check-signed",
              "filing.completed",
              "training.competence-recorded"),
          Part.CONSENT,
          List.of("scope.changed", "template.published", "state.changed", "withdrawal.received"),
          Part.GATEWAY,
          List.of("permit.decided", "block.recorded", "output.registered"),
          Part.INCIDENT,
          List.of("incident.reported", "stop.issued", "stop.lifted"));

  private final List<String> forbidden;

  /**
   * The last chapter.
   *
   * @param forbidden what no entry and no event may repeat
   */
  public ProofChapter(List<String> forbidden) {
    this.forbidden = List.copyOf(forbidden);
  }

  @Override
  public String title() {
    return "证据 Proof: every step in the journal and on Kafka";
  }

  @Override
  public void play(Stage stage) {
    Set<String> published = PublishedEvents.readAll(stage, forbidden);
    STEPS.forEach((part, steps) -> {
      Set<String> written = journalOf(stage, part);
      for (String step : steps) {
        String type = "gatehouse.%s.%s.v1".formatted(part.name().toLowerCase(Locale.ROOT), step);
        stage.expect(written.contains(type), "no journal entry of type " + type);
        stage.expect(published.contains(type), "no Kafka event of type " + type);
      }
    });
    stage
        .narrator()
        .says(
            "%d kinds of events on Kafka, each valid under its producer's schema."
                .formatted(published.size()));
  }

  private Set<String> journalOf(Stage stage, Part part) {
    Set<String> types = new TreeSet<>();
    Set<Long> numbers = new HashSet<>();
    long after = 0;
    while (true) {
      JsonNode page =
          stage
              .person("han.auditor")
              .get(part, "/v1/journal?after=%d&limit=%d".formatted(after, PAGE))
              .expect(200)
              .body();
      for (JsonNode entry : page.path("entries")) {
        numbers.add(entry.path("seq").asLong());
        types.add(entry.path("type").asText());
        repeatsNobody(stage, entry.toString());
      }
      if (page.path("entries").isEmpty()) {
        break;
      }
      after = page.path("next").asLong();
    }
    stage.expect(!numbers.isEmpty(), "the journal of " + part + " is empty");
    stage.expect(
        numbers.size() == numbers.stream().mapToLong(Long::longValue).max().orElse(0),
        "the journal of " + part + " has gaps");
    return types;
  }

  private void repeatsNobody(Stage stage, String entry) {
    for (String identifier : forbidden) {
      stage.expect(!entry.contains(identifier), "a journal entry repeats " + identifier);
    }
  }
}
