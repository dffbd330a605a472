package gatehouse.admission.application;

import gatehouse.admission.certificate.Certificate;
import gatehouse.admission.tiering.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision to let the application in: by the panel (ADMITTED) or by filing (FILED). It carries
 * everything that activation asks for (A4).
 *
 * @param basis id of the admission case, or the filing number
 * @param digest the version that was judged, last by a change case (G-02)
 * @param pilotDigest the version that passed the pilot; after a change that needs no new pilot, the
 *     version that its change case let follow
 * @param certificate null exactly for LOW
 * @param ethicsApproved the committee's word; for LOW the passed ethics check
 * @param ethicsValidTo last day of the ethics approval, null when it does not expire
 * @param until last day of a conditional admission, null when it has none
 */
public record Grant(
    Track track,
    String basis,
    Tier tier,
    String digest,
    String pilotDigest,
    @Nullable Certificate certificate,
    boolean ethicsApproved,
    @Nullable LocalDate ethicsValidTo,
    Egress egress,
    List<String> conditions,
    @Nullable LocalDate until,
    Instant grantedAt) {

  /** How it was let in. */
  public enum Track {
    FILED,
    ADMITTED
  }

  public Grant {
    conditions = List.copyOf(conditions);
  }

  /** The change case judged the next version by what the first judgement rests on. */
  Grant carriedTo(String next) {
    return new Grant(
        track,
        basis,
        tier,
        next,
        next,
        certificate,
        ethicsApproved,
        ethicsValidTo,
        egress,
        conditions,
        until,
        grantedAt);
  }

  Grant certifiedBy(Certificate renewed) {
    return new Grant(
        track,
        basis,
        tier,
        digest,
        pilotDigest,
        renewed,
        ethicsApproved,
        ethicsValidTo,
        egress,
        conditions,
        until,
        grantedAt);
  }
}
