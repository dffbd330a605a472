package gatehouse.gateway.completion.rest;

import gatehouse.gateway.answer.UnusableAnswerException;
import gatehouse.gateway.completion.CallModel;
import gatehouse.gateway.completion.Completion;
import gatehouse.gateway.completion.DeliverAnswer;
import gatehouse.gateway.completion.InvalidCallException;
import gatehouse.gateway.completion.ModelRequest;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.permit.PermitEndedException;
import gatehouse.gateway.route.Route;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What all routes that call a model have in common: reading, deciding, answering. */
@ApplicationScoped
class ModelEdge {
  private static final String STRIPPED = "X-Gatehouse-Stripped";
  private static final Logger LOG = Logger.getLogger(ModelEdge.class);

  private final CallModel callModel;
  private final DeliverAnswer deliverAnswer;
  private final CallReader reader;
  private final OpenAiAnswers answers;
  private final AnswerWriter writer;

  ModelEdge(
      CallModel callModel,
      DeliverAnswer deliverAnswer,
      CallReader reader,
      OpenAiAnswers answers,
      AnswerWriter writer) {
    this.callModel = callModel;
    this.deliverAnswer = deliverAnswer;
    this.reader = reader;
    this.answers = answers;
    this.writer = writer;
  }

  /** Answers a call, or says why not. */
  Response answer(Route route, byte[] body, HttpHeaders headers) {
    try {
      List<String> encodings = headers.getRequestHeader(HttpHeaders.CONTENT_ENCODING);
      if (encodings != null && !encodings.stream().allMatch("identity"::equalsIgnoreCase)) {
        return answers.encoded();
      }
      CallReader.Incoming call = reader.read(route, body, headers);
      return respond(call.request(), callModel.complete(call.caller(), call.request()));
    } catch (InvalidCallException e) {
      return answers.invalid(e);
    }
  }

  private Response respond(ModelRequest request, Completion completion) {
    return switch (completion) {
      case Completion.NoSuchModel _ -> answers.noSuchModel();
      case Completion.Refused refused -> answers.refused(refused);
      case Completion.TooMany tooMany -> answers.tooMany(tooMany);
      case Completion.Unrecorded _ -> answers.unrecorded();
      case Completion.ModelFailed failed -> answers.modelFailed(failed);
      case Completion.Answering answering -> answer(request, answering);
    };
  }

  private Response answer(ModelRequest request, Completion.Answering answering) {
    if (request.streamed() != answering.answer().eventStream()) {
      deliverAnswer.decline(answering);
      return answers.modelUnusable();
    }
    if (request.streamed()) {
      StreamingOutput body = out -> writer.stream(answering, out);
      return labelled(Response.ok(body, MediaType.SERVER_SENT_EVENTS_TYPE), answering)
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    }
    try {
      byte[] whole = JsonWriter.bytes(deliverAnswer.whole(answering));
      StreamingOutput body = out -> writer.whole(whole, answering.life(), out);
      return labelled(Response.ok(body, MediaType.APPLICATION_JSON_TYPE), answering)
          .header(HttpHeaders.CONTENT_LENGTH, whole.length)
          .build();
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
    Map<String, Integer> stripped = new TreeMap<>(answering.answer().stripped());
    if (!stripped.isEmpty()) {
      // Nobody should wonder why a model overlooked what it was never given.
      response.header(
          STRIPPED,
          stripped.entrySet().stream()
              .map(lost -> lost.getKey() + '=' + lost.getValue())
              .collect(Collectors.joining(", ")));
    }
    return response
        .header("X-Gatehouse-Permit", answering.permitId())
        .header("X-Gatehouse-Output", answering.outputId());
  }
}
