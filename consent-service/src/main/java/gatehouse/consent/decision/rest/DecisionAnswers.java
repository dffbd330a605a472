package gatehouse.consent.decision.rest;

import gatehouse.consent.application.Tier;
import gatehouse.consent.decision.Answer;
import gatehouse.consent.decision.Ground;
import gatehouse.consent.decision.Verdict;
import gatehouse.consent.text.TextDigest;
import gatehouse.consent.text.Wording;
import gatehouse.web.Messages;
import gatehouse.web.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Turns an answer into HTTP. */
@ApplicationScoped
class DecisionAnswers {
  /** How long an answer of the lower tiers may be kept, in seconds. */
  private static final int KEEP_SECONDS = 30;

  private final Messages messages;

  DecisionAnswers(Messages messages) {
    this.messages = messages;
  }

  Response answer(Answer answer) {
    DecisionResponse body = body(answer);
    return Response.ok(body).tag(tag(body)).cacheControl(cache(answer)).build();
  }

  private DecisionResponse body(Answer answer) {
    TextDigest digest = answer.textDigest();
    UUID consentId = answer.consentId();
    return new DecisionResponse(
        answer.verdict().name(),
        answer.grounds().stream().map(this::reason).toList(),
        answer.clauses(),
        consentId,
        consentId == null ? null : answer.version(),
        digest == null ? null : digest.value(),
        answer.obligations().stream().map(Enum::name).toList(),
        patientText(answer),
        answer.validUntil());
  }

  private Reason reason(Ground ground) {
    return messages.reason(ground.name(), ground.clauses().toArray(String[]::new));
  }

  private DecisionResponse.PatientText patientText(Answer answer) {
    Wording notice = answer.notice();
    if (notice != null) {
      return new DecisionResponse.PatientText(notice.zh(), notice.en());
    }
    String key = "patient." + answer.verdict().name();
    return new DecisionResponse.PatientText(messages.text(key), messages.textEn(key));
  }

  /** Equal exactly for equal answers: whoever keeps one sees whether it is still the same. */
  private static EntityTag tag(DecisionResponse body) {
    String digest =
        TextDigest.of(
                String.join(
                    "|",
                    body.decision(),
                    body.reasons().stream().map(Reason::code).toList().toString(),
                    String.valueOf(body.consentId()),
                    String.valueOf(body.version()),
                    String.valueOf(body.textDigest()),
                    String.valueOf(body.validUntil())))
            .value();
    return new EntityTag(digest.substring(digest.length() - 32));
  }

  /** HIGH is asked each time. */
  private static CacheControl cache(Answer answer) {
    CacheControl cache = new CacheControl();
    cache.setPrivate(true);
    if (answer.tier() == Tier.HIGH || answer.verdict() != Verdict.PERMIT) {
      cache.setNoStore(true);
    } else {
      cache.setMaxAge(KEEP_SECONDS);
    }
    return cache;
  }
}
