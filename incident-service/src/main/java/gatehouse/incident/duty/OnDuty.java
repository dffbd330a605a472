package gatehouse.incident.duty;

import gatehouse.web.CurrentPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;

/** Turns the present request's token into an act. */
@ApplicationScoped
public class OnDuty {
  private final CurrentPerson person;
  private final Clock clock;

  OnDuty(CurrentPerson person, Clock clock) {
    this.person = person;
    this.clock = clock;
  }

  /**
   * What the present person does, now.
   *
   * @param allowing the roles that allow it, the most telling first; the endpoint has checked that
   *     the person holds one
   */
  public Act act(String... allowing) {
    String role =
        Arrays.stream(allowing)
            .filter(person::holds)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("annotation and allowing roles differ"));
    return new Act(
        new Person(person.subject(), person.roles(), person.claim("department")),
        role,
        clock.instant());
  }
}
