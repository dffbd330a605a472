package gatehouse.consent.consent;

import gatehouse.clauses.Clause;
import gatehouse.consent.consent.ConsentState.Ended;
import gatehouse.consent.consent.ConsentState.Open;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.subject.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Ends every open consent that a person's no reaches. */
@ApplicationScoped
@Clause("E-39")
public class EndConsents {
  private final Consents consents;
  private final ConsentEvents events;

  EndConsents(Consents consents, ConsentEvents events) {
    this.consents = consents;
    this.events = events;
  }

  /**
   * Withdraws them, in the caller's transaction and under the person's lock. What has ended stays
   * as it is.
   *
   * @return the consents that were withdrawn
   */
  public List<UUID> withdraw(SubjectRef subject, Covers covers, Instant now) {
    List<UUID> ended = new ArrayList<>();
    for (Consent consent : consents.of(subject)) {
      if (!covers.includes(consent.atom())) {
        continue;
      }
      switch (consent.state()) {
        case Open open -> {
          Consent withdrawn = consent.in(open.withdrawn(now));
          consents.save(withdrawn);
          events.changed(withdrawn);
          ended.add(withdrawn.id());
        }
        case Ended _ -> {}
      }
    }
    return List.copyOf(ended);
  }
}
