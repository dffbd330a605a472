package gatehouse.gateway.lost;

import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.PermitDecision.Permitted;
import gatehouse.gateway.permit.PermitLife;
import gatehouse.gateway.permit.PermitQuestion;
import gatehouse.gateway.permit.PermitRecord;
import gatehouse.gateway.permit.Permits;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.pseudonym.Pseudonym;
import gatehouse.web.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a gateway leaves that records a decision and dies before another word. */
public final class DeadGateway {
  private static final String DIGEST = "sha256:" + "0a".repeat(32);

  private DeadGateway() {}

  /** Lets a stream out and dies. */
  public static UUID letOut(Permits permits, Ids ids, Pseudonym subject) {
    UUID output = ids.next();
    letOut(permits, ids, subject, output);
    return output;
  }

  /** Lets an answer out that is registered before it is given, and dies. */
  static void letOutWhole(Permits permits, Ids ids, Pseudonym subject) {
    letOut(permits, ids, subject, null);
  }

  private static void letOut(
      Permits permits, Ids ids, Pseudonym subject, @Nullable UUID streamedAs) {
    permits.record(
        new PermitRecord(
            ids.next(),
            new Caller("HIS_SYSTEM", "his", "his"),
            new PermitQuestion(
                "note-assistant",
                null,
                subject,
                "E-1",
                "CARE",
                new TreeSet<>(),
                new TreeSet<>(),
                "qian.physician",
                null),
            new Permitted(facts(), List.of("LABEL"), "c-1", new Ended()),
            null,
            new PermitRecord.Sent(
                "in-house", "LOCAL", null, Map.of(), Map.of(), null, DIGEST, streamedAs)));
  }

  private static ApplicationFacts facts() {
    return new ApplicationFacts(
        "a-note-assistant",
        "note-assistant",
        ApplicationFacts.Tier.HIGH,
        null,
        null,
        null,
        null,
        ApplicationFacts.PatientData.REQUIRED,
        ApplicationFacts.Egress.NONE,
        ApplicationFacts.Supervision.NONE,
        List.of(),
        null,
        1);
  }

  /** Nobody asks it any more. */
  private static final class Ended implements PermitLife {
    @Override
    public Optional<Refusal> ending() {
      return Optional.of(Refusal.of(Refusal.Code.OWNER_UNREACHABLE));
    }

    @Override
    public void onEnd(Runnable action) {}

    @Override
    public void follow(Caller caller) {}

    @Override
    public void close() {}
  }
}
