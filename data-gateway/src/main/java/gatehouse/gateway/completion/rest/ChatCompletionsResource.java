package gatehouse.gateway.completion.rest;

import gatehouse.gateway.answer.UnusableAnswerException;
import gatehouse.gateway.completion.ChatRequest;
import gatehouse.gateway.completion.CompleteChat;
import gatehouse.gateway.completion.Completion;
import gatehouse.gateway.completion.DeliverAnswer;
import gatehouse.gateway.completion.InvalidCallException;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.permit.Callers;
import gatehouse.gateway.permit.PermitEndedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/chat/completions}, as OpenAI's clients send it. */
@Path("/v1/chat/completions")
@RunOnVirtualThread
public class ChatCompletionsResource {
  private static final Logger LOG = Logger.getLogger(ChatCompletionsResource.class);

  private final CompleteChat completeChat;
  private final DeliverAnswer deliverAnswer;
  private final Callers callers;
  private final OpenAiAnswers answers;
  private final EventWriter events;

  ChatCompletionsResource(
      CompleteChat completeChat,
      DeliverAnswer deliverAnswer,
      Callers callers,
      OpenAiAnswers answers,
      EventWriter events) {
    this.completeChat = completeChat;
    this.deliverAnswer = deliverAnswer;
    this.callers = callers;
    this.answers = answers;
    this.events = events;
  }

  /**
   * Completes a chat, or says why not.
   *
   * @param contextHeaders the call's context for clients that cannot add a member to the body
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"HIS_SYSTEM", "PHYSICIAN", "MODEL_CLIENT"})
  @Operation(summary = "OpenAI's chat completion; model is an application's code")
  @RequestBody(
      description =
          "OpenAI's body. Its member 'gatehouse' (patient, encounter, purpose, user, categories,"
              + " deployment, known) is removed before anything is sent.",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "200", description = "OpenAI's answer, whole or as events, labelled")
  @APIResponse(responseCode = "400", description = "Cannot be read; error in OpenAI's shape")
  @APIResponse(
      responseCode = "403",
      description = "error.code and gatehouse.{reasons,clauses,manualRoute}; do not retry")
  @APIResponse(responseCode = "404", description = "No such application; OpenAI's shape")
  @APIResponse(responseCode = "413", description = "Too large; OpenAI's shape")
  @APIResponse(responseCode = "502", description = "The model failed; OpenAI's shape")
  @APIResponse(responseCode = "503", description = "Not recorded, so nothing left; OpenAI's shape")
  public Response complete(
      byte[] body,
      @HeaderParam("X-Gatehouse-Context") List<String> contextHeaders,
      @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding) {
    try {
      if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
        return answers.encoded();
      }
      ChatRequest request = ChatRequest.read(body, contextHeaders);
      return respond(
          request,
          completeChat.complete(
              callers.calling("HIS_SYSTEM", "PHYSICIAN", "MODEL_CLIENT"), request));
    } catch (InvalidCallException e) {
      return answers.invalid(e);
    }
  }

  private Response respond(ChatRequest request, Completion completion) {
    return switch (completion) {
      case Completion.NoSuchModel _ -> answers.noSuchModel();
      case Completion.Refused refused -> answers.refused(refused);
      case Completion.TooMany tooMany -> answers.tooMany(tooMany);
      case Completion.Unrecorded _ -> answers.unrecorded();
      case Completion.ModelFailed failed -> answers.modelFailed(failed);
      case Completion.Answering answering -> answer(request, answering);
    };
  }

  private Response answer(ChatRequest request, Completion.Answering answering) {
    if (request.streamed() != answering.answer().eventStream()) {
      answering.close();
      return answers.modelUnusable();
    }
    if (request.streamed()) {
      StreamingOutput body = out -> events.write(answering, out);
      return labelled(Response.ok(body, MediaType.SERVER_SENT_EVENTS_TYPE), answering)
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    }
    try {
      byte[] whole = JsonWriter.bytes(deliverAnswer.whole(answering));
      return labelled(Response.ok(whole, MediaType.APPLICATION_JSON_TYPE), answering).build();
    } catch (PermitEndedException e) {
      return answers.ended(e.reason());
    } catch (IOException | UnusableAnswerException e) {
      LOG.warnf("the model's answer cannot be used: %s", e.getClass().getSimpleName());
      return answers.modelUnusable();
    }
  }

  private static Response.ResponseBuilder labelled(
      Response.ResponseBuilder response, Completion.Answering answering) {
    answering.plan().label().headers().forEach(response::header);
    return response
        .header("X-Gatehouse-Permit", answering.permitId())
        .header("X-Gatehouse-Output", answering.outputId());
  }
}
