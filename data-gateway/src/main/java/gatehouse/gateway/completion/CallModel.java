package gatehouse.gateway.completion;

import gatehouse.gateway.answer.AnswerPlan;
import gatehouse.gateway.answer.Delivered;
import gatehouse.gateway.context.Circumstances;
import gatehouse.gateway.output.OutputRecord;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.Callers;
import gatehouse.gateway.permit.PermitDecision;
import gatehouse.gateway.permit.PermitLife;
import gatehouse.gateway.permit.PermitQuestion;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.upstream.AnswerBody;
import gatehouse.gateway.upstream.Deployment;
import gatehouse.gateway.upstream.Deployments;
import gatehouse.gateway.upstream.ModelAnswer;
import gatehouse.pseudonym.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends a call of a model through the gate. */
@ApplicationScoped
public class CallModel {
  private static final int BAD_GATEWAY = 502;
  private static final String DEPLOYMENT = "gatehouse.deployment";

  private final GuardCall guardCall;
  private final Deployments deployments;
  private final AskModel askModel;
  private final Labelling labelling;
  private final Questions questions;

  CallModel(
      GuardCall guardCall,
      Deployments deployments,
      AskModel askModel,
      Labelling labelling,
      Questions questions) {
    this.guardCall = guardCall;
    this.deployments = deployments;
    this.askModel = askModel;
    this.labelling = labelling;
    this.questions = questions;
  }

  /**
   * An answer on its way, with what its record will say.
   *
   * @param stripped how many fields of each group the purpose did not need
   * @param sentAt when the bytes left, in nanoseconds of this JVM's own clock
   */
  public record Answer(
      boolean eventStream,
      AnswerBody body,
      Caller caller,
      PermitQuestion question,
      ApplicationFacts application,
      Deployment deployment,
      String inputDigest,
      Map<String, Integer> stripped,
      long sentAt) {

    OutputRecord output(Completion.Answering of, Delivered delivered, boolean complete) {
      return new OutputRecord(
          of.outputId(),
          of.permitId(),
          caller,
          application,
          question.subject(),
          question.encounter(),
          question.user(),
          deployment.name(),
          new OutputRecord.Content(
              inputDigest, delivered.digest(), delivered.text(), delivered.characters(), complete));
    }
  }

  /**
   * Decides, records, sends; returns when the model begins to answer. A deployment that cannot be
   * reached or is busy is followed by the application's next one of the same zone, country and
   * policy, never by any other; each is decided upon and recorded anew.
   */
  public Completion complete(Caller caller, ModelRequest request) {
    if (!deployments.knows(request.application()) || !caller.mayCall(request.application())) {
      return new Completion.NoSuchModel();
    }
    Deployment deployment = deployments.find(request.application(), request.context().deployment());
    PermitQuestion question = questions.of(caller, request);
    Completion completion = attempt(caller, request, question, deployment);
    if (deployment != null) {
      for (Deployment next : deployments.alike(deployment)) {
        if (!(completion instanceof Completion.ModelFailed failed) || !failed.passes()) {
          break;
        }
        completion = attempt(caller, request, question, next);
      }
    }
    return completion;
  }

  private Completion attempt(
      Caller caller,
      ModelRequest request,
      PermitQuestion question,
      @Nullable Deployment deployment) {
    return switch (guardCall.admit(caller, request, question, deployment)) {
      case Admission.Closed(var denied, var blockId, var where) ->
          isUnknown(denied)
              ? new Completion.Refused(
                  denied, blockId, DEPLOYMENT, deployments.of(request.application()))
              : new Completion.Refused(denied, blockId, where, List.of());
      case Admission.Exhausted(var retryAfter) -> new Completion.TooMany(retryAfter);
      case Admission.Unrecorded _ -> new Completion.Unrecorded();
      case Admission.Open open -> send(caller, request, open, deployment);
    };
  }

  private static boolean isUnknown(PermitDecision.Denied denied) {
    return denied.reasons().contains(Refusal.of(Refusal.Code.DESTINATION_UNKNOWN));
  }

  private Completion send(
      Caller caller, ModelRequest request, Admission.Open open, @Nullable Deployment deployment) {
    if (deployment == null) {
      throw new IllegalStateException("no call without a deployment is admitted");
    }
    PermitLife life = open.permitted().life();
    boolean answers = false;
    try {
      Completion completion = answer(caller, request, open, deployment);
      answers = completion instanceof Completion.Answering;
      return completion;
    } finally {
      if (!answers) {
        life.close();
        if (request.streamed()) {
          guardCall.unanswered(caller, open);
        }
      }
    }
  }

  private Completion answer(
      Caller caller, ModelRequest request, Admission.Open open, Deployment deployment) {
    PermitLife life = open.permitted().life();
    long sentAt = System.nanoTime();
    return switch (askModel.ask(deployment, request.route(), open.bytes().toArray(), life)) {
      case ModelAnswer.Unreachable _ -> failed(caller, open, BAD_GATEWAY, null);
      case ModelAnswer.Withheld(boolean begun) -> guardCall.withheld(caller, open, begun);
      case ModelAnswer.Refused(int status, var retryAfter) ->
          failed(caller, open, status, retryAfter);
      case ModelAnswer.Accepted(boolean eventStream, AnswerBody body) -> {
        AnswerPlan plan =
            new AnswerPlan(
                request.route(),
                request.application(),
                open.session(),
                request.plainText(),
                labelling.of(open.outputId()));
        yield new Completion.Answering(
            open.permitId(),
            open.outputId(),
            plan,
            new Answer(
                eventStream,
                body,
                caller,
                open.question(),
                open.permitted().application(),
                deployment,
                open.bytes().digest(),
                open.stripped(),
                sentAt),
            life);
      }
    };
  }

  /** Whose permit ended while the model failed is told so; no other model is asked for him. */
  private Completion failed(
      Caller caller, Admission.Open open, int status, @Nullable Duration retryAfter) {
    return open.permitted().life().isLive()
        ? new Completion.ModelFailed(status, retryAfter)
        : guardCall.withheld(caller, open, true);
  }

  /** Makes the permit's question of a request. */
  @ApplicationScoped
  static class Questions {
    private final Pseudonyms pseudonyms;
    private final Callers callers;

    Questions(Pseudonyms pseudonyms, Callers callers) {
      this.pseudonyms = pseudonyms;
      this.callers = callers;
    }

    PermitQuestion of(Caller caller, ModelRequest request) {
      Circumstances said = request.context().said();
      Circumstances.Patient patient = said.patient();
      return new PermitQuestion(
          request.application(),
          said.productDigest(),
          patient == null ? null : pseudonyms.of(patient.issuer(), patient.id()),
          said.encounter(),
          said.purpose(),
          said.categories(),
          said.fields(),
          callers.user(caller, said.user()),
          callers.place(said.place()));
    }
  }
}
