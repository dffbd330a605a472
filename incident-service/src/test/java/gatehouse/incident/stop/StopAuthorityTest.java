package gatehouse.incident.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.Person;
import gatehouse.incident.stop.StopScope.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The hospital's list of who may stop what. */
class StopAuthorityTest {

  @Test
  @Clause("G-51")
  void eachScopeHasItsOwnList() {
    Map<String, String> listed = everywhere("MEDICAL_AFFAIRS");
    listed.put("vendor", "SEAT_INFO_CENTRE, MEDICAL_AFFAIRS");
    StopAuthority authority = new StopAuthority(listed);

    assertThat(authority.anyOf(Kind.VENDOR)).containsExactly("MEDICAL_AFFAIRS", "SEAT_INFO_CENTRE");
    assertThat(may(authority, "SEAT_INFO_CENTRE", Kind.VENDOR)).isTrue();
    for (Kind kind : List.of(Kind.ALL, Kind.DEPARTMENT, Kind.PRODUCT, Kind.APPLICATION)) {
      assertThat(may(authority, "SEAT_INFO_CENTRE", kind)).as(kind.name()).isFalse();
      assertThat(may(authority, "MEDICAL_AFFAIRS", kind)).as(kind.name()).isTrue();
    }
    assertThat(may(authority, "NURSE", Kind.APPLICATION)).as("of the own department").isTrue();
  }

  @Test
  @Clause("G-51")
  void aListByWhichSomethingCouldNotBeStoppedIsRefused() {
    for (String key : everywhere("MEDICAL_AFFAIRS").keySet()) {
      Map<String, String> listed = everywhere("MEDICAL_AFFAIRS");
      listed.put(key, " , ");

      assertThatThrownBy(() -> new StopAuthority(listed))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("incident.stop.authority." + key)
          .hasMessageContaining("at least one role");
    }
  }

  @Test
  void aRoleThatCannotReachTheStopIsRefused() {
    Map<String, String> listed = everywhere("MEDICAL_AFFAIRS");
    listed.put("all", "VENDOR");

    assertThatThrownBy(() -> new StopAuthority(listed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only these roles");
  }

  private static boolean may(StopAuthority authority, String role, Kind kind) {
    return authority.allows(
        new Person("somebody", Set.of(role), "RADIOLOGY"), new StopScope(kind, "x"), List.of());
  }

  private static Map<String, String> everywhere(String role) {
    Map<String, String> listed = new HashMap<>();
    for (Kind kind : Kind.values()) {
      listed.put(kind.name().toLowerCase(Locale.ROOT), role);
    }
    listed.put("own-department", "NURSE");
    return listed;
  }
}
