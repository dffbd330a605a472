package gatehouse.consent.procedure.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.consent.procedure.Disposition;
import gatehouse.consent.procedure.Procedure;
import gatehouse.consent.procedure.ProcedureTerms;
import gatehouse.consent.procedure.Propagation;
import gatehouse.consent.procedure.Standing;
import gatehouse.consent.procedure.Step;
import gatehouse.consent.procedure.rest.ProcedureView.ConfirmationText;
import gatehouse.consent.procedure.rest.ProcedureView.LedgerLine;
import gatehouse.consent.procedure.rest.ProcedureView.StepView;
import gatehouse.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Words how far a withdrawal has come. */
@ApplicationScoped
class ProcedureViews {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final ProcedureTerms terms;
  private final Messages messages;
  private final Clock clock;

  ProcedureViews(ProcedureTerms terms, Messages messages, Clock clock) {
    this.terms = terms;
    this.messages = messages;
    this.clock = clock;
  }

  ProcedureView of(Procedure procedure) {
    Set<String> registered = terms.holders().keySet();
    Standing standing = procedure.standing(registered);
    Standing.At at = standing instanceof Standing.At waiting ? waiting : null;
    Instant dueAt = at == null ? null : terms.dueAt(at);
    return new ProcedureView(
        procedure.withdrawal(),
        at == null ? "FINISHED" : "OPEN",
        at == null ? null : at.step(),
        at == null ? null : terms.owner(at.step()),
        dueAt,
        dueAt != null && dueAt.isBefore(clock.instant()),
        procedure.effectiveAt(),
        Arrays.stream(Step.values()).map(step -> view(procedure, at, step)).toList(),
        ledger(procedure.propagation(), registered),
        procedure.disposition(),
        procedure.confirmation(),
        at == null || at.step() == Step.CONFIRM ? text(procedure) : null);
  }

  private StepView view(Procedure procedure, Standing.@Nullable At at, Step step) {
    Instant end = procedure.endOf(step, terms.holders().keySet()).orElse(null);
    String state;
    if (end != null) {
      state = "DONE";
    } else if (at != null && at.step() == step) {
      state = "CURRENT";
    } else {
      state = step == Step.DISPOSE && !procedure.disposes() ? "NOT_NEEDED" : "WAITING";
    }
    return new StepView(step, terms.owner(step), state, end);
  }

  private static List<LedgerLine> ledger(Propagation propagation, Set<String> registered) {
    List<LedgerLine> lines = new ArrayList<>();
    propagation.gateways().forEach(g -> lines.add(new LedgerLine(g.holder(), g.how(), g.at())));
    for (String holder : registered.stream().sorted().toList()) {
      Instant at = propagation.holders().get(holder);
      lines.add(new LedgerLine(holder, at == null ? "SILENT" : "ACKNOWLEDGED", at));
    }
    return lines;
  }

  /** Whether it is what the person is to be told, once there is something to tell. */
  boolean isText(Procedure procedure, String digest) {
    ConfirmationText text = of(procedure).forThePerson();
    return text == null || text.digest().equals(digest);
  }

  /** The same words at every reading: its digest is what proves what the person was told. */
  private ConfirmationText text(Procedure procedure) {
    String zh = words(procedure, messages::text);
    String en = words(procedure, messages::textEn);
    return new ConfirmationText(zh, en, sha256(zh + '\n' + en));
  }

  private String words(Procedure procedure, UnaryOperator<String> bundle) {
    Disposition disposition = procedure.disposition();
    String said = disposition == null ? "NONE" : disposition.outcome().name();
    String law = disposition == null ? null : disposition.law();
    String since = MINUTE.withZone(terms.zone()).format(procedure.effectiveAt());
    return bundle.apply("procedure.DONE").formatted(since)
        + bundle.apply("procedure." + said).formatted(law == null ? "" : law);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
