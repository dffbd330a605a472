package gatehouse.admission.application.store;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.application.ApplicationState;
import gatehouse.admission.application.ApplicationState.Confirmation;
import gatehouse.admission.application.Declaration;
import gatehouse.admission.application.Grant;
import gatehouse.admission.application.Identity;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.TierDecision;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An application as it lies in its row: the sealed state flattened to its name and parts. */
record ApplicationDocument(
    String state,
    Identity identity,
    Declaration declaration,
    @Nullable TierDecision tiering,
    @Nullable Grant grant,
    @Nullable Instant since,
    @Nullable Refusal cause,
    @Nullable Set<Confirmation> confirmations) {

  static ApplicationDocument of(Application application) {
    ApplicationState state = application.state();
    return new ApplicationDocument(
        state.getClass().getSimpleName(),
        application.identity(),
        application.declaration(),
        application.tiering(),
        application.grant(),
        state instanceof ApplicationState.Active active ? active.since() : null,
        state instanceof ApplicationState.Suspended suspended ? suspended.cause() : null,
        state instanceof ApplicationState.Suspended suspended ? suspended.confirmations() : null);
  }

  Application toApplication(ApplicationId id, long revision) {
    return new Application(id, identity, declaration, tiering, toState(), revision);
  }

  private ApplicationState toState() {
    return switch (state) {
      case "Draft" -> new ApplicationState.Draft();
      case "Prohibited" -> new ApplicationState.Prohibited();
      case "Inactive" -> new ApplicationState.Inactive();
      case "ReadyToActivate" -> new ApplicationState.ReadyToActivate(present(grant));
      case "Active" -> new ApplicationState.Active(present(grant), present(since));
      case "Suspended" ->
          new ApplicationState.Suspended(present(grant), present(cause), present(confirmations));
      case "Retired" -> new ApplicationState.Retired();
      default -> throw new IllegalStateException("An application row in an unknown state");
    };
  }

  private static <T> T present(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("An application row without a part of its state");
    }
    return part;
  }
}
