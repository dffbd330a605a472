package gatehouse.incident.stop.rest;

import gatehouse.incident.stop.StopReason;
import gatehouse.incident.stop.StopScope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All it takes to stop.
 *
 * @param note free text, never asked for
 */
record IssueStopRequest(
    @NotNull @Valid ScopeRequest scope,
    @NotNull StopReason reasonCode,
    @Size(max = 500) @Nullable String note) {

  /**
   * What to stop.
   *
   * @param value a code; may be left out with ALL
   */
  record ScopeRequest(@NotNull StopScope.Kind kind, @Size(max = 200) @Nullable String value) {

    @Schema(hidden = true)
    @AssertTrue(message = "value is needed unless kind is ALL")
    boolean isNamed() {
      return kind == StopScope.Kind.ALL || (value != null && !value.isBlank());
    }

    StopScope scope() {
      return new StopScope(kind, value == null ? StopScope.EVERYTHING : value);
    }
  }
}
