package gatehouse.incident.failover.store;

import gatehouse.incident.application.FailoverPlan;
import gatehouse.incident.failover.Encounter;
import gatehouse.incident.failover.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What no query asks for.
 *
 * @param mode how the run ended up, once its encounters are handled
 */
record FailoverDocument(
    List<Route> routes, FailoverPlan.@Nullable Mode mode, List<Encounter> encounters) {}
