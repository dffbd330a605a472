package gatehouse.consent.withdrawal.rest;

import gatehouse.consent.application.ApplicationCode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a no reaches, as it comes in. */
record CoversRequest(
    @NotNull Kind kind,
    @Nullable UUID scopeId,
    @Nullable @Pattern(regexp = ApplicationCode.FORM) String application) {

  /** How far. */
  @Schema(name = "CoversKind")
  enum Kind {
    SCOPE,
    APPLICATION,
    ALL_AI,
    ALL_RESEARCH,
    EVERYTHING
  }
}
