package gatehouse.journal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param type event type, {@code gatehouse.<service>.<feature>.<past-participle>.v<major>}
 * @param subject the aggregate: ordering key, Kafka key and {@code ce_subject}; never a patient's
 *     number or name
 * @param actor who did it
 * @param clauses ids of the clauses that the act follows or enforces
 * @param data what Jackson can write as a JSON object; no personal data
 * @param topic where others are told, or null when it stays in the house of this service
 * @param version the aggregate's version after the act; 0 when it has none
 * @param occurredAt when it happened, or null for the moment of writing
 */
public record Entry(
    String type,
    String subject,
    Actor actor,
    List<String> clauses,
    Object data,
    @Nullable String topic,
    long version,
    @Nullable Instant occurredAt) {

  public Entry {
    requireText(type, "type");
    requireText(subject, "subject");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(data, "data");
    clauses = List.copyOf(clauses);
    if (version < 0) {
      throw new IllegalArgumentException("version is negative");
    }
  }

  public static Builder of(String type, String subject) {
    return new Builder(type, subject);
  }

  private static void requireText(String value, String name) {
    if (value.isBlank() || value.length() > 200) {
      throw new IllegalArgumentException(name + " must have 1 to 200 characters");
    }
  }

  /** Collects an entry's parts by name; {@code by} and {@code data} are required. */
  public static final class Builder {
    private final String type;
    private final String subject;
    private @Nullable Actor actor;
    private List<String> clauses = List.of();
    private @Nullable Object data;
    private @Nullable String topic;
    private long version;
    private @Nullable Instant occurredAt;

    private Builder(String type, String subject) {
      this.type = type;
      this.subject = subject;
    }

    public Builder by(Actor actor) {
      this.actor = actor;
      return this;
    }

    public Builder clauses(String... ids) {
      return clauses(List.of(ids));
    }

    public Builder clauses(List<String> ids) {
      clauses = ids;
      return this;
    }

    public Builder data(Object data) {
      this.data = data;
      return this;
    }

    public Builder topic(String topic) {
      this.topic = topic;
      return this;
    }

    public Builder version(long version) {
      this.version = version;
      return this;
    }

    public Builder occurredAt(Instant occurredAt) {
      this.occurredAt = occurredAt;
      return this;
    }

    public Entry build() {
      return new Entry(
          type,
          subject,
          Objects.requireNonNull(actor, "actor"),
          clauses,
          Objects.requireNonNull(data, "data"),
          topic,
          version,
          occurredAt);
    }
  }
}
