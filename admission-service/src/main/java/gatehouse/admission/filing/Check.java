package gatehouse.admission.filing;

import gatehouse.admission.person.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One signed check of a filing.
 *
 * @param reason mandatory unless the verdict is PASS
 */
public record Check(
    Kind kind, Verdict verdict, @Nullable String reason, String signer, Instant at) {

  /** The three base reviews of G-16, each with the roles that may sign it. */
  public enum Kind {
    SECURITY(Role.SEAT_INFO_CENTRE),
    STABILITY(Role.SEAT_INFO_CENTRE, Role.SEAT_MED_ENGINEERING),
    ETHICS(Role.ETHICS_SECRETARY, Role.ETHICS_MEMBER);

    // Set.of; the check sees only the declared type.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Role> signers;

    Kind(Role... signers) {
      this.signers = Set.of(signers);
    }

    public Set<Role> signers() {
      return signers;
    }
  }

  /** DOUBT says that the application may not be LOW at all. */
  public enum Verdict {
    PASS,
    FAIL,
    DOUBT
  }
}
