package gatehouse.admission.application;

import gatehouse.admission.refusal.Refusal;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * The life of an application; each state has only its legal exits. What expires by date
 * (certificate, ethics approval, conditions) and what is stopped is not stored here but seen at
 * every read, see {@link Application#seenOn}.
 */
public sealed interface ApplicationState {

  /** Registered, facts not yet signed. */
  record Draft() implements ApplicationState {
    Inactive tiered() {
      return new Inactive();
    }

    Prohibited prohibited() {
      return new Prohibited();
    }
  }

  /** Must never be used (G-31). Final. */
  record Prohibited() implements ApplicationState {}

  /** Has a tier, is being evaluated or filed, or was refused. */
  record Inactive() implements ApplicationState {
    ReadyToActivate granted(Grant grant) {
      return new ReadyToActivate(grant);
    }
  }

  /** Let in, not yet switched on. */
  record ReadyToActivate(Grant grant) implements ApplicationState {
    Active activated(Instant now) {
      return new Active(grant, now);
    }

    Inactive reopened() {
      return new Inactive();
    }
  }

  /** In use. */
  record Active(Grant grant, Instant since) implements ApplicationState {
    Suspended suspended(Refusal cause) {
      return new Suspended(grant, cause, Set.of());
    }

    Active certifiedBy(Grant renewed) {
      return new Active(renewed, since);
    }

    Active carriedTo(String digest) {
      return new Active(grant.carriedTo(digest), since);
    }

    Retired retired() {
      return new Retired();
    }
  }

  /** Not in use until the cause is gone and owner and engineering have both confirmed it. */
  record Suspended(Grant grant, Refusal cause, Set<Confirmation> confirmations)
      implements ApplicationState {
    public Suspended {
      confirmations = new TreeSet<>(confirmations);
    }

    Suspended confirmedBy(Confirmation confirmation) {
      Set<Confirmation> more = new TreeSet<>(confirmations);
      more.add(confirmation);
      return new Suspended(grant, cause, more);
    }

    boolean confirmed() {
      return confirmations.size() == Confirmation.values().length;
    }

    Active reactivated(Instant now) {
      return new Active(grant, now);
    }

    Suspended certifiedBy(Grant renewed) {
      return new Suspended(renewed, cause, Set.of());
    }

    /** For a new evaluation, when the old grant no longer suffices. */
    Inactive reopened() {
      return new Inactive();
    }

    Retired retired() {
      return new Retired();
    }
  }

  /** Out of use for good. Final. */
  record Retired() implements ApplicationState {}

  /** The two who confirm that a suspension can end. */
  enum Confirmation {
    OWNER,
    ENGINEERING
  }
}
