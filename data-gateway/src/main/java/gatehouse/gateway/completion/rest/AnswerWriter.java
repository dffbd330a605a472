package gatehouse.gateway.completion.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.gateway.answer.UnusableAnswerException;
import gatehouse.gateway.completion.Completion;
import gatehouse.gateway.completion.DeliverAnswer;
import gatehouse.gateway.permit.PermitEndedException;
import gatehouse.web.wire.LastLook;
import io.netty.channel.Channel;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes an answer as server-sent events, each as soon as no other is there with it. */
@ApplicationScoped
class EventWriter {
  private static final Logger LOG = Logger.getLogger(EventWriter.class);

  private final DeliverAnswer deliverAnswer;
  private final OpenAiAnswers answers;
  private final ObjectMapper json;
  private final CurrentVertxRequest current;

  EventWriter(
      DeliverAnswer deliverAnswer,
      OpenAiAnswers answers,
      ObjectMapper json,
      CurrentVertxRequest current) {
    this.deliverAnswer = deliverAnswer;
    this.answers = answers;
    this.json = json;
    this.current = current;
  }

  /**
   * Writes all of it. A fault in the middle becomes an event that clients raise as an error; it has
   * no name, since a named one would look like a chunk without choices.
   */
  void write(Completion.Answering answering, OutputStream out) throws IOException {
    HttpConnection caller = current.getCurrent().request().connection();
    Channel channel = ((ConnectionBase) caller).channel();
    LastLook.begin(channel, answering.life()::isLive);
    Waiting events = new Waiting(out);
    OpenAiError fault = deliver(answering, events);
    events.flush();
    // Of a permit that has ended the caller is told, too; the end of the body belongs to nobody.
    LastLook.end(channel);
    if (fault != null) {
      events.send(null, json.writeValueAsString(fault));
      events.flush();
    }
  }

  private @Nullable OpenAiError deliver(Completion.Answering answering, Waiting events) {
    try {
      deliverAnswer.stream(answering, events);
      return null;
    } catch (PermitEndedException e) {
      events.drop();
      LOG.infof("the stream of output %s ended: %s", answering.outputId(), e.reason().code());
      return answers.ending(e.reason());
    } catch (UnusableAnswerException | IOException | RuntimeException e) {
      LOG.warnf(
          "the stream of output %s broke off: %s",
          answering.outputId(), e.getClass().getSimpleName());
      return answers.described(OpenAiError.SERVER, "stream_broken", null);
    }
  }

  /**
   * Events that were made together leave together: each flush is a write of the socket. What still
   * waits when a permit ends does not leave.
   */
  private static final class Waiting implements DeliverAnswer.Sink {
    private final OutputStream out;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Waiting(OutputStream out) {
      this.out = out;
    }

    @Override
    public void send(@Nullable String name, String data) {
      String event = name == null ? "" : "event: " + name + "\n";
      bytes.writeBytes((event + "data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flush() throws IOException {
      if (bytes.size() > 0) {
        byte[] all = bytes.toByteArray();
        bytes.reset();
        out.write(all);
        out.flush();
      }
    }

    void drop() {
      bytes.reset();
    }
  }
}
