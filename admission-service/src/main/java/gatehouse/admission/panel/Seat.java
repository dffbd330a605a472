package gatehouse.admission.panel;

import gatehouse.admission.person.Role;
import java.util.Set;

/** The five seats of the panel (G-22), each with the realm role that may take it. */
public enum Seat {
  CLINICAL(Role.SEAT_CLINICAL),
  MED_ENGINEERING(Role.SEAT_MED_ENGINEERING),
  INFO_CENTRE(Role.SEAT_INFO_CENTRE),
  LEGAL(Role.SEAT_LEGAL),
  ETHICS(Role.SEAT_ETHICS);

  private final Role role;

  Seat(Role role) {
    this.role = role;
  }

  public Role role() {
    return role;
  }

  /** The roles of all seats. */
  public static Set<Role> roles() {
    return Set.of(CLINICAL.role, MED_ENGINEERING.role, INFO_CENTRE.role, LEGAL.role, ETHICS.role);
  }
}
