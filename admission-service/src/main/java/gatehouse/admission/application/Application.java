package gatehouse.admission.application;

import gatehouse.admission.application.ApplicationState.Active;
import gatehouse.admission.application.ApplicationState.Confirmation;
import gatehouse.admission.application.ApplicationState.Draft;
import gatehouse.admission.application.ApplicationState.Inactive;
import gatehouse.admission.application.ApplicationState.Prohibited;
import gatehouse.admission.application.ApplicationState.ReadyToActivate;
import gatehouse.admission.application.ApplicationState.Retired;
import gatehouse.admission.application.ApplicationState.Suspended;
import gatehouse.admission.certificate.Certificate;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Supervision;
import gatehouse.admission.tiering.Tier;
import gatehouse.admission.tiering.TierDecision;
import gatehouse.clauses.Clause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unit that is tiered, admitted, activated, suspended and stopped. Immutable: every change is a
 * new value with the next revision.
 *
 * @param tiering null until the facts are signed
 */
public record Application(
    ApplicationId id,
    Identity identity,
    Declaration declaration,
    @Nullable TierDecision tiering,
    ApplicationState state,
    long revision) {

  /** How it reads on a day: the status and, when it is not in use, why. */
  public record Seen(Status status, List<Refusal> causes) {}

  public static Application registered(
      ApplicationId id, Identity identity, Declaration declaration) {
    return new Application(id, identity, declaration, null, new Draft(), 1);
  }

  public @Nullable Tier tier() {
    return tiering == null ? null : tiering.tier();
  }

  /** As the facts demand it; while nobody has signed any, the strictest. */
  @Clause("G-31")
  public Supervision supervision() {
    return tiering == null ? Supervision.REQUIRED : tiering.facts().supervision();
  }

  public @Nullable Grant grant() {
    return switch (state) {
      case ReadyToActivate ready -> ready.grant();
      case Active active -> active.grant();
      case Suspended suspended -> suspended.grant();
      case Draft _, Prohibited _, Inactive _, Retired _ -> null;
    };
  }

  /**
   * How everybody reaches the tool beside it, told or corrected before anything was decided on it:
   * who registered without it could otherwise never file (G-14).
   */
  @Clause("G-14")
  public Outcome<Application> reachableBy(Declaration.Access access) {
    return switch (state) {
      case Draft _ ->
          Outcome.done(
              new Application(
                  id, identity, declaration.reachableBy(access), tiering, state, revision + 1));
      case Prohibited _, Inactive _, ReadyToActivate _, Active _, Suspended _, Retired _ ->
          Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  /** The facts led to a tier; LOW must stay reachable for everybody (G-14). */
  @Clause("G-14")
  public Outcome<Application> tiered(TierDecision decision) {
    if (decision.tier() == Tier.LOW && declaration.access() == null) {
      return Outcome.refused(Refusal.HUMAN_CHANNEL_MISSING);
    }
    return switch (state) {
      case Draft draft -> Outcome.done(with(decision, draft.tiered()));
      case Prohibited _, Inactive _, ReadyToActivate _, Active _, Suspended _, Retired _ ->
          Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  /** The facts led to a prohibition: the end (G-31). */
  @Clause("G-31")
  public Outcome<Application> prohibited() {
    return switch (state) {
      case Draft draft -> Outcome.done(with(tiering, draft.prohibited()));
      case Prohibited _, Inactive _, ReadyToActivate _, Active _, Suspended _, Retired _ ->
          Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  /** Rule U changed the tier; an application in use that rose is suspended at once. */
  @Clause("G-08")
  public Outcome<Application> retiered(TierDecision decision) {
    if (decision.tier() == Tier.LOW && declaration.access() == null) {
      return Outcome.refused(Refusal.HUMAN_CHANNEL_MISSING);
    }
    return switch (state) {
      case Inactive inactive -> Outcome.done(with(decision, inactive));
      case ReadyToActivate ready -> Outcome.done(with(decision, ready.reopened()));
      case Active active -> Outcome.done(with(decision, active.suspended(Refusal.TIER_RAISED)));
      case Suspended suspended ->
          Outcome.done(
              with(
                  decision,
                  new Suspended(suspended.grant(), Refusal.TIER_RAISED, java.util.Set.of())));
      case Draft _, Prohibited _, Retired _ -> Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  /** The panel admitted it, or its filing is complete. */
  public Outcome<Application> granted(Grant grant) {
    return switch (state) {
      case Inactive inactive -> Outcome.done(with(tiering, inactive.granted(grant)));
      case Suspended suspended when suspended.cause() == Refusal.TIER_RAISED ->
          Outcome.done(with(tiering, suspended.reopened().granted(grant)));
      case Draft _, Prohibited _, ReadyToActivate _, Active _, Suspended _, Retired _ ->
          Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  /** Switched on, when nothing of what activation asks for is missing (A4). */
  @Clause({"G-04", "G-16", "G-18", "G-21", "G-25", "G-52"})
  public Outcome<Application> activated(LocalDate day, Instant now) {
    return switch (state) {
      case ReadyToActivate ready ->
          Outcome.unless(
              Activation.objections(this, ready.grant(), day), with(tiering, ready.activated(now)));
      case Inactive _ -> Outcome.refused(Refusal.NOT_ADMITTED);
      case Prohibited _ -> Outcome.refused(Refusal.PROHIBITED);
      case Draft _, Active _, Suspended _, Retired _ -> Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  /** Taken out of use by hand. */
  public Outcome<Application> suspended(Refusal cause) {
    return switch (state) {
      case Active active -> Outcome.done(with(tiering, active.suspended(cause)));
      case Draft _, Prohibited _, Inactive _, ReadyToActivate _, Suspended _, Retired _ ->
          Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  /** One of the two confirmations; the second one brings it back if activation's rules hold. */
  public Outcome<Application> confirmed(Confirmation confirmation, LocalDate day, Instant now) {
    return switch (state) {
      case Suspended suspended -> {
        Suspended after = suspended.confirmedBy(confirmation);
        yield after.confirmed()
            ? Outcome.unless(
                Activation.objections(this, after.grant(), day),
                with(tiering, after.reactivated(now)))
            : Outcome.done(with(tiering, after));
      }
      case Draft _, Prohibited _, Inactive _, ReadyToActivate _, Active _, Retired _ ->
          Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  /** A newer certificate. After a lapse both confirmations are needed, see {@link #confirmed}. */
  @Clause("G-18")
  public Outcome<Application> recertified(Certificate renewed, LocalDate day) {
    List<Refusal> faults = renewed.faultsOn(day);
    if (!faults.isEmpty()) {
      return new Outcome.Refused<>(faults);
    }
    return switch (state) {
      case Active active when lapsed(active.grant(), day) ->
          Outcome.done(
              with(
                  tiering,
                  active
                      .suspended(Refusal.CERT_EXPIRED)
                      .certifiedBy(active.grant().certifiedBy(renewed))));
      case Active active ->
          Outcome.done(with(tiering, active.certifiedBy(active.grant().certifiedBy(renewed))));
      case Suspended suspended ->
          Outcome.done(
              with(tiering, suspended.certifiedBy(suspended.grant().certifiedBy(renewed))));
      case Draft _, Prohibited _, Inactive _, ReadyToActivate _, Retired _ ->
          Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  /** The version that a change case let follow; only what is in use has a version to follow on. */
  @Clause("G-02")
  Outcome<Application> followedBy(Identity next) {
    return switch (state) {
      case Active active ->
          Outcome.done(
              new Application(
                  id, next, declaration, tiering, active.carriedTo(next.digest()), revision + 1));
      case Draft _, Prohibited _, Inactive _, ReadyToActivate _, Suspended _, Retired _ ->
          Outcome.refused(Refusal.NOT_IN_USE);
    };
  }

  /** Another accountable owner, or none: then it reads as suspended until there is one (G-04). */
  @Clause("G-04")
  public Outcome<Application> ownedBy(@Nullable String owner) {
    if (identity.vendor().equals(owner)) {
      return Outcome.refused(Refusal.OWNER_IS_VENDOR);
    }
    return Outcome.done(
        new Application(id, identity, declaration.ownedBy(owner), tiering, state, revision + 1));
  }

  /** Out of use for good. */
  public Outcome<Application> retired() {
    return switch (state) {
      case Active active -> Outcome.done(with(tiering, active.retired()));
      case Suspended suspended -> Outcome.done(with(tiering, suspended.retired()));
      case Draft _, Prohibited _, Inactive _, ReadyToActivate _, Retired _ ->
          Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  /** How it reads on that day; a known stop beats everything (A6), an expiry beats ACTIVE. */
  @Clause({"G-18", "G-51"})
  public Seen seenOn(LocalDate day, boolean stopped) {
    return switch (state) {
      case Draft _ -> new Seen(Status.DRAFT, List.of());
      case Prohibited _ -> new Seen(Status.PROHIBITED, List.of(Refusal.PROHIBITED));
      case Inactive _ -> new Seen(Status.INACTIVE, List.of());
      case Retired _ -> new Seen(Status.RETIRED, List.of());
      case ReadyToActivate _ -> stopped ? halted() : new Seen(Status.READY_TO_ACTIVATE, List.of());
      case Suspended suspended ->
          stopped ? halted() : new Seen(Status.SUSPENDED, List.of(suspended.cause()));
      case Active active -> stopped ? halted() : activeOn(active.grant(), day);
    };
  }

  private Seen activeOn(Grant grant, LocalDate day) {
    List<Refusal> causes = Activation.objections(this, grant, day);
    return causes.isEmpty()
        ? new Seen(Status.ACTIVE, List.of())
        : new Seen(Status.SUSPENDED, causes);
  }

  private static Seen halted() {
    return new Seen(Status.STOPPED, List.of(Refusal.STOPPED));
  }

  private static boolean lapsed(Grant grant, LocalDate day) {
    return grant.certificate() != null && !grant.certificate().faultsOn(day).isEmpty();
  }

  private Application with(@Nullable TierDecision decision, ApplicationState next) {
    return new Application(id, identity, declaration, decision, next, revision + 1);
  }
}
