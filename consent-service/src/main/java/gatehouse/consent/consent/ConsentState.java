package gatehouse.consent.consent;

import gatehouse.clauses.Clause;
import gatehouse.consent.fact.ConsentForm;
import gatehouse.consent.fact.Said;
import gatehouse.consent.text.TextDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a consent is in its life. Each open state has a method per legal exit; withdrawal is an
 * exit of every open state and has no guard.
 */
@Clause("E-39")
public sealed interface ConsentState {

  /** When it came to be so. */
  Instant since();

  /** Its name on the wire and in the store. */
  default String name() {
    return switch (this) {
      case Presented _ -> "PRESENTED";
      case PendingEvidence _ -> "PENDING_EVIDENCE";
      case Active _ -> "ACTIVE";
      case Refused _ -> "REFUSED";
      case Withdrawn _ -> "WITHDRAWN";
      case Superseded _ -> "SUPERSEDED";
      case Lapsed _ -> "LAPSED";
      case Expired _ -> "EXPIRED";
    };
  }

  /** A state that something can still come of. */
  sealed interface Open extends ConsentState {
    /** The person says no more; nothing can stand against it. */
    default Withdrawn withdrawn(Instant now) {
      return new Withdrawn(now);
    }
  }

  /** A state of which nothing comes any more; another yes is another consent. */
  sealed interface Ended extends ConsentState {}

  /** The person has the form before them. */
  record Presented(Instant since) implements Open {
    public Active granted(Signature signature, @Nullable Instant endsAt) {
      return new Active(signature.signedAt(), signature, endsAt);
    }

    public PendingEvidence spoken(Signature signature) {
      return new PendingEvidence(signature.signedAt(), signature);
    }

    public Refused refused(Instant now) {
      return new Refused(now);
    }
  }

  /** The person said yes by word of mouth; nobody has verified the recording. */
  record PendingEvidence(Instant since, Signature signature) implements Open {
    public Active verified(@Nullable Instant endsAt) {
      return new Active(signature.signedAt(), signature, endsAt);
    }

    /** Whether nobody verified it in time. */
    public boolean isLapsed(Instant now) {
      return !now.isBefore(signature.signedAt().plus(Said.EVIDENCE_WAITS));
    }
  }

  /** The person agreed. */
  record Active(Instant since, Signature signature, @Nullable Instant endsAt) implements Open {
    public Superseded superseded(Instant now) {
      return new Superseded(now);
    }

    /** Whether its period is over. */
    public boolean isExpired(Instant now) {
      return endsAt != null && !now.isBefore(endsAt);
    }
  }

  /** The person said no to the form. */
  record Refused(Instant since) implements Ended {}

  /** The person said no more. */
  record Withdrawn(Instant since) implements Ended {}

  /** A newer consent of the person to the scope took its place. */
  record Superseded(Instant since) implements Ended {}

  /** Nobody verified the recording in time. */
  record Lapsed(Instant since) implements Ended {}

  /** Its period is over. */
  record Expired(Instant since) implements Ended {}

  /**
   * How the person said yes.
   *
   * @param form on paper, electronically or by word of mouth
   * @param signedAt when
   * @param evidence of what kind the proof is
   * @param digest of the proof
   * @param collectedBy who took it ({@code sub} of the token)
   */
  record Signature(
      ConsentForm form,
      Instant signedAt,
      Evidence.Kind evidence,
      TextDigest digest,
      String collectedBy) {}
}
