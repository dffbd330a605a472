package gatehouse.gateway.completion.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.gateway.answer.UnusableAnswerException;
import gatehouse.gateway.completion.Completion;
import gatehouse.gateway.completion.DeliverAnswer;
import gatehouse.gateway.permit.PermitEndedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes an answer as server-sent events, each as soon as it is there. */
@ApplicationScoped
class EventWriter {
  private static final Logger LOG = Logger.getLogger(EventWriter.class);

  private final DeliverAnswer deliverAnswer;
  private final OpenAiAnswers answers;
  private final ObjectMapper json;

  EventWriter(DeliverAnswer deliverAnswer, OpenAiAnswers answers, ObjectMapper json) {
    this.deliverAnswer = deliverAnswer;
    this.answers = answers;
    this.json = json;
  }

  /**
   * Writes all of it. A fault in the middle becomes an event that clients raise as an error; it has
   * no name, since a named one would look like a chunk without choices.
   */
  void write(Completion.Answering answering, OutputStream out) throws IOException {
    try {
      deliverAnswer.stream(answering, (name, data) -> send(out, name, data));
    } catch (PermitEndedException e) {
      LOG.infof("the stream of output %s ended: %s", answering.outputId(), e.reason().code());
      send(out, null, json.writeValueAsString(answers.ending(e.reason())));
    } catch (UnusableAnswerException | IOException | RuntimeException e) {
      LOG.warnf(
          "the stream of output %s broke off: %s",
          answering.outputId(), e.getClass().getSimpleName());
      send(
          out,
          null,
          json.writeValueAsString(answers.described(OpenAiError.SERVER, "stream_broken", null)));
    }
  }

  private static void send(OutputStream out, @Nullable String name, String data)
      throws IOException {
    String event = name == null ? "" : "event: " + name + "\n";
    out.write((event + "data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
