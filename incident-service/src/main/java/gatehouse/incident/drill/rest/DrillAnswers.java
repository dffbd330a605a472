package gatehouse.incident.drill.rest;

import gatehouse.incident.drill.Drill;
import gatehouse.incident.drill.DrillResult;
import gatehouse.incident.drill.DrillSettings;
import gatehouse.incident.drill.Drills;
import gatehouse.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Words what came of a drill. */
@ApplicationScoped
class DrillAnswers {
  private final Drills drills;
  private final DrillSettings settings;
  private final Problems problems;

  DrillAnswers(Drills drills, DrillSettings settings, Problems problems) {
    this.drills = drills;
    this.settings = settings;
    this.problems = problems;
  }

  DrillView view(Drill drill) {
    return DrillView.of(drill, drills.enforced(drill.epoch()).orElse(null), settings.allowed());
  }

  Response answer(DrillResult result, Response.Status done) {
    return switch (result) {
      case DrillResult.Done(Drill drill) -> Response.status(done).entity(view(drill)).build();
      case DrillResult.Unknown _ -> problems.problem(DrillProblem.DRILL_UNKNOWN);
      case DrillResult.Running _ -> problems.problem(DrillProblem.DRILL_RUNNING);
      case DrillResult.Over _ -> problems.problem(DrillProblem.DRILL_OVER);
    };
  }
}
