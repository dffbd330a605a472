package gatehouse.gateway.physician;

import gatehouse.clauses.Clause;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.Callers;
import gatehouse.pseudonym.Pseudonyms;
import gatehouse.web.CurrentPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** Recognises the one kind of caller that may decide about an output. */
@ApplicationScoped
@Clause("G-28")
public class Physicians {
  private static final String ROLE = "PHYSICIAN";
  private static final String LICENCE = "licence";

  /** Keycloak's name for the account behind a client. */
  private static final String SERVICE_ACCOUNT = "service-account-";

  private final CurrentPerson person;
  private final Callers callers;
  private final Pseudonyms pseudonyms;

  public Physicians(CurrentPerson person, Callers callers, Pseudonyms pseudonyms) {
    this.person = person;
    this.callers = callers;
    this.pseudonyms = pseudonyms;
  }

  /**
   * A licensed physician with the own token.
   *
   * @param ref pseudonym of the staff number, as it stands in events
   * @param staffId staff number, as the training register knows it
   */
  public record Physician(Caller caller, String ref, String staffId) {}

  /** The present caller, if it is a person with a licence; a machine's token never is. */
  public Optional<Physician> present() {
    String licence = person.claim(LICENCE);
    String staffId = person.staffId();
    boolean licensed = person.holds(ROLE) && licence != null && !licence.isBlank();
    if (!licensed || staffId == null || isMachine()) {
      return Optional.empty();
    }
    String ref = pseudonyms.of("user", staffId).value();
    return Optional.of(new Physician(callers.calling(ROLE), ref, staffId));
  }

  private boolean isMachine() {
    return person.username().toLowerCase(Locale.ROOT).startsWith(SERVICE_ACCOUNT);
  }
}
