package gatehouse.journal;

import gatehouse.pseudonym.Pseudonyms;
import gatehouse.web.CurrentPerson;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes an {@link Actor} of whoever sent the present request. */
@ApplicationScoped
public class Actors {

  private final CurrentPerson person;
  private final Pseudonyms pseudonyms;
  private final JournalSettings settings;

  Actors(CurrentPerson person, Pseudonyms pseudonyms, JournalSettings settings) {
    this.person = person;
    this.pseudonyms = pseudonyms;
    this.settings = settings;
  }

  /**
   * The present person, in the role that allowed the act.
   *
   * @param allowing the roles that allow it, the most telling first
   * @throws IllegalStateException if the person has none of them: an endpoint's annotation and its
   *     call differ
   */
  public Actor acting(String... allowing) {
    for (String role : allowing) {
      if (person.holds(role)) {
        return new Actor(role, idHash(person.subject()));
      }
    }
    throw new IllegalStateException("the present person has none of the allowing roles");
  }

  /** The pseudonym under which a {@code sub} stands in the journal. */
  public String idHash(String sub) {
    return pseudonyms.of(settings.personIssuer(), sub).value();
  }

  /** This service itself, when it acts by rule or by clock and nobody asked. */
  public Actor service() {
    return new Actor("SERVICE", settings.service());
  }
}
