package gatehouse.gateway.completion.rest;

import gatehouse.gateway.completion.Completion;
import gatehouse.gateway.completion.InvalidCallException;
import gatehouse.gateway.permit.PermitDecision.Denied;
import gatehouse.gateway.permit.ReasonTexts;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.standing.ManualRoute;
import gatehouse.web.Messages;
import gatehouse.web.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every answer of an OpenAI route that is not a model's. */
@ApplicationScoped
class OpenAiAnswers {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int BAD_GATEWAY = 502;
  private static final int UNAVAILABLE = 503;
  private static final long MILLIS = 1000;

  /** What a model says to a request that it cannot take. */
  private static final Set<Integer> AT_FAULT = Set.of(400, 404, 413, 422);

  private final ReasonTexts reasonTexts;
  private final Messages messages;

  OpenAiAnswers(ReasonTexts reasonTexts, Messages messages) {
    this.reasonTexts = reasonTexts;
    this.messages = messages;
  }

  /** 403, which no client repeats: nothing changes until a person acts. */
  Response refused(Completion.Refused refused) {
    Denied denied = refused.denied();
    List<Reason> reasons = reasonTexts.reasons(denied.reasons());
    ManualRoute route = reasonTexts.manualRoute(denied);
    Reason first = reasons.getFirst();
    String message =
        "%s 请改走：%s / %s Instead: %s"
            .formatted(first.text(), route.zh(), first.textEn(), route.en());
    OpenAiError error =
        new OpenAiError(
            new OpenAiError.Body(
                message + place(refused),
                OpenAiError.REFUSAL,
                refused.where(),
                first.code().toLowerCase(Locale.ROOT),
                new OpenAiError.Gate(
                    reasons,
                    denied.clauses(),
                    denied.obligations(),
                    denied.patientText(),
                    route,
                    refused.blockId() == null ? null : refused.blockId().toString())));
    return last(json(403, error));
  }

  /** Where it is, in words of the protocol and numbers, and what may stand there. */
  private static String place(Completion.Refused refused) {
    if (refused.where() == null) {
      return "";
    }
    String known =
        refused.known().isEmpty() ? "" : ", known: " + String.join(", ", refused.known());
    return " [" + refused.where() + known + "]";
  }

  /** A permit that ended before anything was delivered. */
  Response ended(Refusal why) {
    return last(json(403, ending(why)));
  }

  /** Tells why an answer goes no further; also the last event of a stream. */
  OpenAiError ending(Refusal why) {
    Reason reason = reasonTexts.reasons(List.of(why)).getFirst();
    return OpenAiError.of(
        OpenAiError.REFUSAL,
        reason.code().toLowerCase(Locale.ROOT),
        null,
        reason.text() + messages.text("openai.permit_ended"),
        reason.textEn() + " " + messages.textEn("openai.permit_ended"));
  }

  Response invalid(InvalidCallException fault) {
    String sentence = fault.getMessage() == null ? "" : fault.getMessage();
    return json(
            400,
            OpenAiError.of(
                OpenAiError.INVALID,
                "invalid_request",
                fault.param(),
                messages.text("openai.invalid_request"),
                sentence))
        .build();
  }

  /** A compressed body is not unpacked: what is not read is not sent. */
  Response encoded() {
    return json(400, described(OpenAiError.INVALID, "content_encoding", null)).build();
  }

  Response noSuchModel() {
    return json(404, described(OpenAiError.INVALID, "model_not_found", "model")).build();
  }

  Response unrecorded() {
    return json(UNAVAILABLE, described(OpenAiError.SERVER, "not_recorded", null))
        .header("retry-after", "5")
        .build();
  }

  /** 429 as OpenAI says it; clients wait for as long as they are told. */
  Response tooMany(Completion.TooMany tooMany) {
    return later(
            json(TOO_MANY_REQUESTS, described("rate_limit_error", "rate_limited", null)),
            tooMany.retryAfter())
        .build();
  }

  /** Both headers say the same: clients read the first that they know. */
  private static Response.ResponseBuilder later(Response.ResponseBuilder answer, Duration wait) {
    long millis = Math.max(1, wait.toMillis());
    return answer
        .header("retry-after-ms", millis)
        .header("retry-after", (millis + MILLIS - 1) / MILLIS);
  }

  /** The model's own error body stays behind: it may repeat the prompt. */
  Response modelFailed(Completion.ModelFailed failed) {
    if (failed.status() == TOO_MANY_REQUESTS || failed.status() == UNAVAILABLE) {
      Response.ResponseBuilder busy =
          json(failed.status(), described(OpenAiError.SERVER, "model_busy", null));
      return failed.retryAfter() == null ? busy.build() : later(busy, failed.retryAfter()).build();
    }
    if (AT_FAULT.contains(failed.status())) {
      return last(json(400, described(OpenAiError.INVALID, "model_rejected", null)));
    }
    Response.ResponseBuilder unusable = unusable();
    // It would say the same again: the request, the key or the name of the model is wrong.
    return failed.status() < 500 ? last(unusable) : unusable.build();
  }

  private static Response last(Response.ResponseBuilder answer) {
    return answer.header("x-should-retry", "false").build();
  }

  Response modelUnusable() {
    return unusable().build();
  }

  private Response.ResponseBuilder unusable() {
    return json(BAD_GATEWAY, described(OpenAiError.SERVER, "model_failed", null));
  }

  /** For everything that another part of the service refused with a status. */
  OpenAiError ofStatus(int status) {
    return switch (status) {
      case 401 -> described(OpenAiError.INVALID, "invalid_api_key", null);
      case 403 -> described(OpenAiError.INVALID, "permission_denied", null);
      case 404 -> described(OpenAiError.INVALID, "unknown_url", null);
      case 405 -> described(OpenAiError.INVALID, "method_not_allowed", null);
      case 413 -> described(OpenAiError.INVALID, "request_too_large", null);
      case 415 -> described(OpenAiError.INVALID, "unsupported_media_type", null);
      case 503 -> described(OpenAiError.SERVER, "not_recorded", null);
      default ->
          status < 500
              ? described(OpenAiError.INVALID, "invalid_request", null)
              : described(OpenAiError.SERVER, "internal_error", null);
    };
  }

  /** Too many large bodies are being worked on; nothing of this one was looked at. */
  OpenAiError busy() {
    return described(OpenAiError.SERVER, "busy", null);
  }

  /** A route of OpenAI's that is not open here. */
  OpenAiError noSuchRoute(String path) {
    String sentence = ClosedRoutes.sentence(path);
    return OpenAiError.of(
        OpenAiError.INVALID,
        "unknown_url",
        null,
        messages.text(sentence),
        messages.textEn(sentence));
  }

  OpenAiError described(String type, String code, @Nullable String param) {
    return OpenAiError.of(
        type, code, param, messages.text("openai." + code), messages.textEn("openai." + code));
  }

  private static Response.ResponseBuilder json(int status, OpenAiError error) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(error);
  }
}
