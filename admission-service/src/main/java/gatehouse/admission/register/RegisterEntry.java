package gatehouse.admission.register;

import gatehouse.admission.application.Declaration;
import gatehouse.admission.application.Grant;
import gatehouse.admission.application.Status;
import gatehouse.admission.application.Text;
import gatehouse.admission.tiering.Tier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the public register. Public fields only: no person, no owner, no panel.
 *
 * @param access how a LOW tool stays reachable, null above LOW
 */
public record RegisterEntry(
    String application,
    String product,
    String version,
    String vendor,
    Text scenario,
    String department,
    Tier tier,
    Status status,
    Grant.Track track,
    @Nullable String filingNumber,
    Declaration.@Nullable Access access,
    @Nullable Text manualRoute,
    Instant since) {}
