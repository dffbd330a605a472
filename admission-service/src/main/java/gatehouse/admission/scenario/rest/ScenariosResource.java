package gatehouse.admission.scenario.rest;

import gatehouse.admission.Answers;
import gatehouse.admission.scenario.RegisterScenario;
import gatehouse.admission.scenario.Scenario;
import gatehouse.admission.scenario.Scenarios;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Clinical scenarios that an application can name. */
@Path("/v1/scenarios")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ScenariosResource {
  private final RegisterScenario registration;
  private final Scenarios scenarios;
  private final Answers answers;

  ScenariosResource(RegisterScenario registration, Scenarios scenarios, Answers answers) {
    this.registration = registration;
    this.scenarios = scenarios;
    this.answers = answers;
  }

  record ScenarioRequest(
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{2,63}") String code,
      @NotNull @Pattern(regexp = "[A-Z0-9_]{2,40}") String department,
      @NotBlank @Size(max = 200) String nameZh,
      @NotBlank @Size(max = 200) String nameEn,
      @NotNull Scenario.Severity severity,
      @NotNull Boolean invasive,
      @NotNull Boolean emergency) {}

  record ScenarioView(
      String code,
      String department,
      String nameZh,
      String nameEn,
      Scenario.Severity severity,
      boolean invasive,
      boolean emergency) {}

  @POST
  @Idempotent
  @RolesAllowed("ADMISSION_SECRETARY")
  @APIResponseSchema(value = ScenarioView.class, responseCode = "201")
  public Response register(@Valid @NotNull ScenarioRequest request) {
    Scenario scenario =
        new Scenario(
            request.code(),
            request.department(),
            request.nameZh(),
            request.nameEn(),
            request.severity(),
            request.invasive(),
            request.emergency());
    return answers.created(registration.register(scenario), ScenariosResource::view);
  }

  @GET
  @RolesAllowed({"VENDOR", "ADMISSION_SECRETARY", "DEPARTMENT_APPLICANT", "AUDITOR"})
  public List<ScenarioView> all() {
    return scenarios.all().stream().map(ScenariosResource::view).toList();
  }

  private static ScenarioView view(Scenario scenario) {
    return new ScenarioView(
        scenario.code(),
        scenario.department(),
        scenario.nameZh(),
        scenario.nameEn(),
        scenario.severity(),
        scenario.invasive(),
        scenario.emergency());
  }
}
