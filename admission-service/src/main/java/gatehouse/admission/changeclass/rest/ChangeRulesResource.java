package gatehouse.admission.changeclass.rest;

import gatehouse.admission.changeclass.ChangeRuleset;
import gatehouse.admission.changeclass.ChangeRulesets;
import gatehouse.admission.tiering.Answer;
import gatehouse.admission.tiering.Question;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The change rules in force: which questions must be answered of a new version. */
@Path("/v1/change-rules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ChangeRulesResource {
  private final ChangeRulesets rulesets;

  ChangeRulesResource(ChangeRulesets rulesets) {
    this.rulesets = rulesets;
  }

  record ChangeQuestionView(String key, String zh, String en, List<Answer> answers) {}

  record ChangeRulesView(String version, List<ChangeQuestionView> questions) {}

  @GET
  @Path("/current")
  @Authenticated
  public ChangeRulesView current() {
    ChangeRuleset rules = rulesets.current();
    return new ChangeRulesView(
        rules.version(), rules.questions().stream().map(ChangeRulesResource::view).toList());
  }

  private static ChangeQuestionView view(Question question) {
    return new ChangeQuestionView(
        question.key(), question.zh(), question.en(), List.of(Answer.values()));
  }
}
