package gatehouse.admission.tiering.rest;

import gatehouse.admission.tiering.Question;
import gatehouse.admission.tiering.Rulesets;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The tier rules in force. */
@Path("/v1/rulesets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RulesetsResource {
  private final Rulesets rulesets;

  RulesetsResource(Rulesets rulesets) {
    this.rulesets = rulesets;
  }

  record QuestionView(String key, String zh, String en, List<String> answers) {}

  record RulesetView(String version, List<QuestionView> questions) {}

  @GET
  @Path("/current")
  @Authenticated
  public RulesetView current() {
    List<QuestionView> questions =
        rulesets.current().questions().stream().map(RulesetsResource::view).toList();
    return new RulesetView(rulesets.current().version(), questions);
  }

  private static QuestionView view(Question question) {
    return new QuestionView(
        question.key(), question.zh(), question.en(), List.of("YES", "NO", "UNKNOWN"));
  }
}
