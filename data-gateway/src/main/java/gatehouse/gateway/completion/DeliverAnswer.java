package gatehouse.gateway.completion;

import gatehouse.gateway.answer.Delivered;
import gatehouse.gateway.answer.EventStream;
import gatehouse.gateway.answer.StreamedAnswer;
import gatehouse.gateway.answer.UnusableAnswerException;
import gatehouse.gateway.answer.WholeAnswer;
import gatehouse.gateway.budget.Budgets;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.json.MalformedJsonException;
import gatehouse.gateway.output.RegisterOutput;
import gatehouse.gateway.permit.PermitEndedException;
import gatehouse.gateway.permit.PermitLife;
import gatehouse.gateway.permit.Permits;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.route.Route;
import gatehouse.gateway.upstream.AnswerBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings a model's answer to the caller: restored, labelled, registered. */
@ApplicationScoped
public class DeliverAnswer {
  private static final Logger LOG = Logger.getLogger(DeliverAnswer.class);
  private static final String DONE = "[DONE]";

  private final RegisterOutput outputs;
  private final Budgets budgets;
  private final ModelMeters meters;
  private final Permits permits;

  public DeliverAnswer(
      RegisterOutput outputs, Budgets budgets, ModelMeters meters, Permits permits) {
    this.outputs = outputs;
    this.budgets = budgets;
    this.meters = meters;
    this.permits = permits;
  }

  /** Takes the events of a stream; each is the data of one event. */
  public interface Sink {
    /** Keeps an event; it has a name where the route gives its events names. */
    void send(@Nullable String name, String data);

    /** Sends what was kept, when no further event is there yet; fails if the caller has gone. */
    void flush() throws IOException;
  }

  /**
   * The whole answer, registered. The life of its permit stays open: whoever writes the answer
   * looks at it once more for each write, and closes it.
   *
   * @throws UnusableAnswerException if the model did not answer in its protocol
   * @throws IOException if the model broke off
   * @throws PermitEndedException if the permit ended before the answer was there
   */
  public Json.Obj whole(Completion.Answering answering)
      throws UnusableAnswerException, IOException, PermitEndedException {
    try {
      return delivered(answering);
    } catch (UnusableAnswerException | IOException | PermitEndedException | RuntimeException e) {
      answering.life().close();
      meters.failed(answering, e);
      throw e;
    }
  }

  /** Takes nothing of an answer that came in another form than was asked for. */
  public void decline(Completion.Answering answering) {
    answering.close();
    if (!answering.answer().eventStream()) {
      permits.unanswered(
          new Permits.Unanswered(
              answering.permitId(),
              answering.outputId(),
              answering.answer().caller(),
              answering.plan().application()));
    }
    meters.failed(answering, new UnusableAnswerException("in another form than was asked for"));
  }

  private Json.Obj delivered(Completion.Answering answering)
      throws UnusableAnswerException, IOException, PermitEndedException {
    try (AnswerBody body = answering.answer().body()) {
      answering.life().onEnd(body::close);
      Delivered delivered = new Delivered();
      Json read = JsonReader.read(all(body));
      ReportedUsage usage = new ReportedUsage();
      usage.read(read);
      delivered.used(usage.total());
      Json.Obj answer = WholeAnswer.of(answering.plan(), delivered).finish(read);
      insist(answering);
      register(answering, delivered, true);
      // The database may have taken its time.
      insist(answering);
      meters.ended(answering, usage);
      return answer;
    } catch (MalformedJsonException e) {
      throw new IOException("the model's answer is not JSON: " + e.getMessage(), e);
    } catch (IOException e) {
      insist(answering);
      throw e;
    }
  }

  /**
   * Sends the answer chunk by chunk and registers it; also what a caller saw of a stream that broke
   * off is registered. A stream that ends before the model said so broke off, too.
   *
   * @throws IOException if the caller has gone, or the model broke off
   * @throws UnusableAnswerException if the model did not answer in its protocol
   * @throws PermitEndedException if the permit ended; what came after that was not sent
   */
  public void stream(Completion.Answering answering, Sink sink)
      throws IOException, UnusableAnswerException, PermitEndedException {
    try {
      streamed(answering, sink);
    } catch (UnusableAnswerException | IOException | PermitEndedException | RuntimeException e) {
      meters.failed(answering, e);
      throw e;
    }
  }

  private void streamed(Completion.Answering answering, Sink sink)
      throws IOException, UnusableAnswerException, PermitEndedException {
    Delivered delivered = new Delivered();
    StreamedAnswer restoring = StreamedAnswer.of(answering.plan(), delivered);
    ReportedUsage usage = new ReportedUsage();
    boolean complete = false;
    try (PermitLife life = answering.life();
        AnswerBody body = answering.answer().body()) {
      life.onEnd(body::close);
      body.beforeWaiting(() -> flush(sink));
      relayed(
          body,
          restoring,
          usage,
          delivered,
          event -> {
            insist(answering);
            meters.began(answering, delivered);
            sink.send(name(answering, event), JsonWriter.text(event));
          });
      complete = true;
      flush(sink);
      register(answering, delivered, true);
      if (answering.plan().route() == Route.CHAT) {
        sink.send(null, DONE);
        flush(sink);
      }
      meters.ended(answering, usage);
      body.finish();
    } catch (IOException e) {
      insist(answering);
      throw e;
    } finally {
      if (!complete) {
        register(answering, delivered, false);
      }
    }
  }

  private static void flush(Sink sink) throws IOException {
    try {
      sink.flush();
    } catch (IOException e) {
      throw new CallerGoneException(e);
    }
  }

  /** Events of a response are told apart by name, chunks of a chat have none. */
  private static @Nullable String name(Completion.Answering answering, Json.Obj event) {
    return answering.plan().route() == Route.RESPONSES ? event.string("type") : null;
  }

  /** Sends while the permit lives. */
  private interface Gate {
    void send(Json.Obj event) throws IOException, PermitEndedException;
  }

  /** Makes the caller's pieces of the model's. */
  private interface Step {
    List<Json.Obj> next(Json chunk) throws UnusableAnswerException;
  }

  /** Nobody is there to read. */
  static final class CallerGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    CallerGoneException(IOException cause) {
      super(cause);
    }
  }

  /** Relays; of an answer that breaks off the caller still gets what is left, with the labels. */
  private void relayed(
      AnswerBody body,
      StreamedAnswer restoring,
      ReportedUsage usage,
      Delivered delivered,
      Gate gate)
      throws IOException, UnusableAnswerException, PermitEndedException {
    try {
      relay(
          body,
          chunk -> {
            usage.read(chunk);
            delivered.used(usage.total());
            return restoring.next(chunk);
          },
          gate);
      if (!restoring.isFinished()) {
        throw new IOException("the model's stream ended before its answer");
      }
    } catch (CallerGoneException e) {
      throw e;
    } catch (IOException | UnusableAnswerException e) {
      for (Json.Obj event : restoring.brokenOff()) {
        gate.send(event);
      }
      throw e;
    }
  }

  private void relay(AnswerBody body, Step answer, Gate gate)
      throws IOException, UnusableAnswerException, PermitEndedException {
    EventStream events = new EventStream();
    for (byte[] bytes = body.next(); bytes != null; bytes = body.next()) {
      for (String data : events.push(bytes)) {
        if (data.equals(DONE)) {
          return;
        }
        for (Json.Obj event : answer.next(parse(data))) {
          gate.send(event);
        }
      }
    }
  }

  private void insist(Completion.Answering answering) throws PermitEndedException {
    Refusal reason = answering.life().ending().orElse(null);
    if (reason != null) {
      recordEnd(answering, reason);
      throw new PermitEndedException(reason);
    }
  }

  /** The answer ends, recorded or not. */
  private void recordEnd(Completion.Answering answering, Refusal reason) {
    CallModel.Answer answer = answering.answer();
    try {
      permits.ended(
          new Permits.Ended(
              answering.permitId(), answer.caller(), answer.question(), reason, true));
    } catch (RuntimeException e) {
      LOG.errorf("a permit ended, and it was not recorded: %s", e.getClass().getName());
    }
  }

  private static Json parse(String data) throws IOException {
    try {
      return JsonReader.read(data);
    } catch (MalformedJsonException e) {
      throw new IOException("a chunk of the model's is not JSON", e);
    }
  }

  private static byte[] all(AnswerBody body) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] bytes = body.next(); bytes != null; bytes = body.next()) {
      all.writeBytes(bytes);
    }
    return all.toByteArray();
  }

  private void register(Completion.Answering answering, Delivered delivered, boolean complete) {
    if (!answering.plan().route().makesContent()) {
      budgets.spent(answering.plan().application(), delivered.tokens());
      return;
    }
    if (!complete) {
      LOG.warnf("the answer %s broke off", answering.outputId());
    }
    outputs.register(answering.answer().output(answering, delivered, complete));
    budgets.spent(answering.plan().application(), delivered.tokens());
  }
}
