package gatehouse.incident.incident.rest;

import gatehouse.incident.incident.Category;
import gatehouse.incident.incident.FollowUpIncident;
import gatehouse.incident.incident.Level;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of what triage and follow-up send. */
final class TriageRequests {
  private TriageRequests() {}

  /**
   * A first look.
   *
   * @param category left out it stays as reported
   */
  record TriageRequest(@Nullable Category category) {}

  /** Another level; a lower one is asked for twice, by two persons. */
  record GradeRequest(@NotNull Level level) {}

  /** The report of the same event that came first. */
  record MergeRequest(@NotNull UUID into) {}

  /**
   * One step.
   *
   * @param text plan, evidence, learning note or reason
   */
  record StepRequest(
      @NotNull FollowUpIncident.Step step, @NotBlank @Size(max = 8000) String text) {}
}
