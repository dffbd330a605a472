package gatehouse.gateway.key.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.gateway.key.ApiKey;
import gatehouse.gateway.key.KeyEvents;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JournalKeys implements KeyEvents {
  private static final String[] KEEPERS = {"SEAT_INFO_CENTRE", "SECURITY_ANALYST", "DUTY_MANAGER"};

  /** Data of every event of a key. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Data(
      String keyId,
      String client,
      @Nullable String application,
      SortedSet<ApiKey.Scope> scopes,
      String expiresAt,
      @Nullable String formerKeyId,
      @Nullable String formerEndsAt) {}

  private final Journal journal;
  private final Actors actors;

  JournalKeys(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  @Override
  public void issued(ApiKey key) {
    append("issued", key, null);
  }

  @Override
  public void rotated(ApiKey key, ApiKey former) {
    append("rotated", key, former);
  }

  @Override
  public void revoked(ApiKey key) {
    append("revoked", key, null);
  }

  private void append(String what, ApiKey key, @Nullable ApiKey former) {
    journal.append(
        Entry.of("gatehouse.gateway.api-key." + what + ".v1", key.id().toString())
            .by(actors.acting(KEEPERS))
            .data(
                new Data(
                    key.id().toString(),
                    key.client(),
                    key.application(),
                    new TreeSet<>(key.scopes()),
                    key.expiresAt().toString(),
                    former == null ? null : former.id().toString(),
                    former == null ? null : former.expiresAt().toString()))
            .build());
  }
}
