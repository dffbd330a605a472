package gatehouse.admission.filing.store;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.filing.Check;
import gatehouse.admission.filing.Filing;
import gatehouse.admission.filing.FilingId;
import gatehouse.admission.filing.FilingState;
import gatehouse.admission.pilot.Pilot;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filing as it lies in its row: the sealed state flattened to its name and number. */
record FilingDocument(
    String state,
    @Nullable String number,
    String code,
    String digest,
    String requestedBy,
    Map<Check.Kind, Check> checks,
    @Nullable Pilot pilot) {

  static FilingDocument of(Filing filing) {
    return new FilingDocument(
        filing.state().getClass().getSimpleName(),
        filing.state() instanceof FilingState.Filed filed ? filed.number() : null,
        filing.code(),
        filing.digest(),
        filing.requestedBy(),
        filing.checks(),
        filing.pilot());
  }

  Filing toFiling(FilingId id, ApplicationId application, long revision) {
    return new Filing(
        id, application, code, digest, requestedBy, checks, pilot, toState(), revision);
  }

  private FilingState toState() {
    return switch (state) {
      case "Open" -> new FilingState.Open();
      case "Filed" -> new FilingState.Filed(given(number));
      case "Refused" -> new FilingState.Refused();
      case "Doubted" -> new FilingState.Doubted();
      case "Superseded" -> new FilingState.Superseded();
      default -> throw new IllegalStateException("A filing row in an unknown state");
    };
  }

  private static String given(@Nullable String number) {
    if (number == null) {
      throw new IllegalStateException("A filed row without its number");
    }
    return number;
  }
}
