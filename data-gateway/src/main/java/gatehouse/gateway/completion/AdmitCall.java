package gatehouse.gateway.completion;

import gatehouse.clauses.Clause;
import gatehouse.gateway.block.Block;
import gatehouse.gateway.block.RecordBlock;
import gatehouse.gateway.egress.EgressVerdict;
import gatehouse.gateway.egress.EgressVerdict.Blocked;
import gatehouse.gateway.egress.EgressVerdict.Verified;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.EvaluatePermit;
import gatehouse.gateway.permit.PermitDecision;
import gatehouse.gateway.permit.PermitDecision.Denied;
import gatehouse.gateway.permit.PermitDecision.Permitted;
import gatehouse.gateway.permit.PermitQuestion;
import gatehouse.gateway.permit.PermitRecord;
import gatehouse.gateway.permit.Permits;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.upstream.Deployment;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** All five questions of a model call, answered and recorded before a byte leaves. */
@ApplicationScoped
@Clause({"G-37", "G-42", "G-44", "G-51"})
class AdmitCall {
  private static final Logger LOG = Logger.getLogger(AdmitCall.class);

  private final EvaluatePermit evaluate;
  private final PrepareData prepare;
  private final Permits permits;
  private final RecordBlock recordBlock;
  private final Stamp stamp;

  AdmitCall(
      EvaluatePermit evaluate,
      PrepareData prepare,
      Permits permits,
      RecordBlock recordBlock,
      Stamp stamp) {
    this.evaluate = evaluate;
    this.prepare = prepare;
    this.permits = permits;
    this.recordBlock = recordBlock;
    this.stamp = stamp;
  }

  /**
   * Decides and records.
   *
   * @param deployment where the call wants to go; null if the application has no such deployment
   */
  Admission admit(
      Caller caller,
      ModelRequest request,
      PermitQuestion question,
      @Nullable Deployment deployment) {
    UUID permitId = stamp.id();
    try {
      return switch (evaluate.evaluate(question)) {
        case Denied denied -> {
          permits.record(new PermitRecord(permitId, caller, question, denied, null, null));
          yield new Admission.Closed(denied, null, null);
        }
        case Permitted permitted ->
            whileItLives(permitted, new Call(permitId, caller, request, question, deployment));
      };
    } catch (RuntimeException e) {
      // Whatever keeps the record from being made keeps the call in the house.
      LOG.errorf("a decision was not recorded, nothing left: %s", e.getClass().getName());
      return new Admission.Unrecorded();
    }
  }

  /** A call that is not opened needs its permit no longer. */
  private Admission whileItLives(Permitted permitted, Call call) {
    boolean open = false;
    permitted.life().follow(call.caller());
    try {
      Admission admission = data(call, permitted);
      open = admission instanceof Admission.Open;
      return admission;
    } finally {
      if (!open) {
        permitted.life().close();
      }
    }
  }

  private record Call(
      UUID permitId,
      Caller caller,
      ModelRequest request,
      PermitQuestion question,
      @Nullable Deployment deployment) {}

  private Admission data(Call call, Permitted permitted) {
    Deployment deployment = call.deployment();
    if (deployment == null) {
      return closed(
          call, permitted, new Blocked(Refusal.Code.DESTINATION_UNKNOWN, List.of(), Map.of()));
    }
    PrepareData.Prepared prepared =
        prepare.prepare(call.request(), call.question(), deployment, permitted.application());
    return switch (prepared.verdict()) {
      case Blocked blocked -> closed(call, permitted, blocked);
      case Verified verified -> open(call, permitted, deployment, verified, prepared);
    };
  }

  private Admission open(
      Call call,
      Permitted permitted,
      Deployment deployment,
      Verified verified,
      PrepareData.Prepared prepared) {
    UUID outputId = stamp.id();
    PermitRecord.Sent sent =
        new PermitRecord.Sent(
            deployment.name(),
            deployment.upstream().zone().name(),
            verified.policy(),
            verified.findings(),
            prepared.stripped(),
            prepared.policy(),
            verified.bytes().digest(),
            call.request().streamed() ? outputId : null);
    record(call, permitted, sent);
    return new Admission.Open(
        call.permitId(),
        outputId,
        call.question(),
        permitted,
        verified.bytes(),
        verified.session(),
        prepared.stripped());
  }

  private Admission closed(Call call, Permitted permitted, Blocked blocked) {
    Denied denied =
        new Denied(
            permitted.application(),
            List.of(Refusal.of(blocked.reason())),
            List.of(),
            null,
            permitted.application().manualRoute());
    if (blocked.reason() == Refusal.Code.NOT_MINIMAL) {
      // Who asks for too much has sent nothing that would have to be held back from anybody.
      record(call, denied, null);
      return new Admission.Closed(denied, null, null);
    }
    Block block =
        new Block(
            stamp.id(),
            stamp.now(),
            blocked.reason().name(),
            call.question().application(),
            call.deployment() == null ? null : call.deployment().name(),
            call.deployment() == null ? null : call.deployment().upstream().zone().name(),
            call.caller().client(),
            call.caller().role(),
            blocked.counts(),
            blocked.findings().stream().map(AdmitCall::place).toList());
    recordBlock.record(block, call.caller(), denied.clauses());
    record(call, denied, null);
    return new Admission.Closed(denied, block.id(), where(blocked));
  }

  private void record(Call call, PermitDecision decision, PermitRecord.@Nullable Sent sent) {
    permits.record(
        new PermitRecord(call.permitId(), call.caller(), call.question(), decision, null, sent));
  }

  private static @Nullable String where(Blocked blocked) {
    return blocked.findings().isEmpty() ? null : blocked.findings().getFirst().path();
  }

  private static Block.Place place(EgressVerdict.Position position) {
    return new Block.Place(position.path(), position.type(), position.start(), position.length());
  }

  /** Ids and time, injected as one collaborator. */
  @ApplicationScoped
  static class Stamp {
    private final Ids ids;
    private final Clock clock;

    Stamp(Ids ids, Clock clock) {
      this.ids = ids;
      this.clock = clock;
    }

    UUID id() {
      return ids.next();
    }

    Instant now() {
      return clock.instant();
    }
  }
}
