package gatehouse.gateway.release.events;

import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.release.ReleaseEvents;
import gatehouse.gateway.release.ReleaseToken;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class JournalReleases implements ReleaseEvents {
  private static final String TYPE = "gatehouse.gateway.release-token.issued.v1";

  /** Data of the event. */
  record Issued(
      String tokenId,
      String outputId,
      String contentDigest,
      String physicianRef,
      String encounterRef,
      String target,
      String expiresAt) {}

  private final Journal journal;
  private final Actors actors;

  JournalReleases(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  @Override
  public void issued(ReleaseToken token, Caller by) {
    journal.append(
        Entry.of(TYPE, token.output().toString())
            .by(new Actor(by.role(), actors.idHash(by.subject())))
            .clauses("G-33")
            .data(
                new Issued(
                    token.id().toString(),
                    token.output().toString(),
                    token.contentDigest(),
                    token.physicianRef(),
                    token.encounterRef(),
                    token.target().name(),
                    token.expiresAt().toString()))
            .build());
  }
}
