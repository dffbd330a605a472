package gatehouse.gateway.completion.rest;

import gatehouse.gateway.route.Route;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Writes into the OpenAPI document what all routes that call a model have in common. Bodies and
 * answers are OpenAI's, whose own description holds for them; said here is what the gateway adds
 * and how it refuses. Runs while the service is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ModelRoutesInContract implements OASFilter {
  private static final String JSON = "application/json";
  private static final String ANSWER = "200";

  private static final Map<String, String> REFUSALS =
      Map.of(
          "400", "Cannot be read; or the model does not take it",
          "403", "error.code and error.gatehouse.{reasons,clauses,manualRoute}; do not retry",
          "404", "No such application",
          "413", "Too large",
          "429", "The application's budget, or the model is busy; retry-after says how long",
          "502", "The model failed",
          "503", "Not recorded, so nothing left; or no model answers");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    for (Route route : Route.values()) {
      describe(route, document.getPaths().getPathItem("/v1" + route.path()).getPOST());
    }
  }

  private static void describe(Route route, Operation operation) {
    operation.setParameters(List.of(context()));
    operation.setRequestBody(body());
    APIResponse answer = operation.getResponses().getAPIResponse(ANSWER);
    answer.setDescription(
        route.makesContent()
            ? "OpenAI's answer, whole or as events, labelled"
            : "Vectors, as floats or base64");
    answer.setContent(answered(route));
    new TreeMap<>(REFUSALS)
        .forEach(
            (status, meaning) -> operation.getResponses().addAPIResponse(status, refusal(meaning)));
  }

  private static Parameter context() {
    return OASFactory.createParameter()
        .name(CallReader.CONTEXT)
        .in(Parameter.In.HEADER)
        .description("The member 'gatehouse' as base64url JSON, at most once")
        .schema(of(SchemaType.STRING));
  }

  private static RequestBody body() {
    return OASFactory.createRequestBody()
        .description(
            "OpenAI's body. Its member 'gatehouse' (patient, encounter, purpose, user, place,"
                + " productDigest, categories, fields, deployment, known) is removed before"
                + " anything is sent.")
        .content(as(JSON, of(SchemaType.OBJECT)))
        .required(true);
  }

  private static Content answered(Route route) {
    Content whole = as(JSON, of(SchemaType.OBJECT));
    return route.makesContent()
        ? whole.addMediaType(
            "text/event-stream", OASFactory.createMediaType().schema(of(SchemaType.STRING)))
        : whole;
  }

  private static APIResponse refusal(String meaning) {
    Schema error =
        of(SchemaType.OBJECT)
            .addProperty("message", of(SchemaType.STRING))
            .addProperty("type", of(SchemaType.STRING))
            .addProperty("param", of(SchemaType.STRING).addType(SchemaType.NULL))
            .addProperty("code", of(SchemaType.STRING).addType(SchemaType.NULL))
            .addProperty("gatehouse", of(SchemaType.OBJECT));
    return OASFactory.createAPIResponse()
        .description(meaning)
        .content(as(JSON, of(SchemaType.OBJECT).addProperty("error", error)));
  }

  private static Content as(String mediaType, Schema schema) {
    return OASFactory.createContent()
        .addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
  }

  private static Schema of(SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }
}
