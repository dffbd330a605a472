package gatehouse.gateway.completion.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.gateway.answer.UnusableAnswerException;
import gatehouse.gateway.completion.Completion;
import gatehouse.gateway.completion.DeliverAnswer;
import gatehouse.gateway.permit.PermitEndedException;
import gatehouse.gateway.permit.PermitLife;
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

/**
 * Writes answers to whoever called, whole or as server-sent events. What leaves is looked at right
 * before the socket, for each write of it: an answer whose permit has ended stays here (ADR 0531).
 */
@ApplicationScoped
class AnswerWriter {
  private static final Logger LOG = Logger.getLogger(AnswerWriter.class);

  private final DeliverAnswer deliverAnswer;
  private final OpenAiAnswers answers;
  private final ObjectMapper json;
  private final CurrentVertxRequest current;

  AnswerWriter(
      DeliverAnswer deliverAnswer,
      OpenAiAnswers answers,
      ObjectMapper json,
      CurrentVertxRequest current) {
    this.deliverAnswer = deliverAnswer;
    this.answers = answers;
    this.json = json;
    this.current = current;
  }

  /** Writes a whole answer and closes the life of its permit behind it. */
  void whole(byte[] answer, PermitLife life, OutputStream out) throws IOException {
    Channel channel = guarded(life);
    try {
      out.write(answer);
      out.flush();
    } finally {
      LastLook.end(channel);
      // In the order in which the channel writes: a no that comes before that is still heard.
      channel.eventLoop().execute(life::close);
    }
  }

  /** The caller's connection, on which from now on every write is asked for. */
  private Channel guarded(PermitLife life) {
    HttpConnection caller = current.getCurrent().request().connection();
    Channel channel = ((ConnectionBase) caller).channel();
    LastLook.begin(channel, life::isLive);
    return channel;
  }

  /**
   * Writes all of a stream, each event as soon as no other is there with it. A fault in the middle
   * becomes an event that clients raise as an error; it has no name, since a named one would look
   * like a chunk without choices.
   */
  void stream(Completion.Answering answering, OutputStream out) throws IOException {
    Channel channel = guarded(answering.life());
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
