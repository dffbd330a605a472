package gatehouse.consent.withdrawal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.consent.fact.Facts;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.withdrawal.SayNo;
import gatehouse.consent.withdrawal.Withdrawal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Withdraws in nobody's name before the service is ready, and takes it back before anybody can see
 * it (ADR 0409, and 0309 for this one). A withdrawal holds from its commit on: the first of a
 * process must not wait for classes, statements and connections.
 */
@ApplicationScoped
@Clause("E-39")
class WithdrawalRehearsal {
  private static final Logger LOG = Logger.getLogger(WithdrawalRehearsal.class);
  private static final int TIMES = 2;

  /** A reference that no key of any hospital makes: its key id is no key's. */
  static final SubjectRef NOBODY = new SubjectRef("rehearsal." + "0".repeat(43));

  private static final String REQUEST =
      """
      {"covers": {"kind": "EVERYTHING"}, "channel": "DESK", "wish": "STOP_USE"}\
      """;

  private final SayNo sayNo;
  private final Noes noes;
  private final Facts facts;
  private final CurrentIdentityAssociation identity;
  private final ObjectMapper json;

  WithdrawalRehearsal(
      SayNo sayNo, Noes noes, Facts facts, CurrentIdentityAssociation identity, ObjectMapper json) {
    this.sayNo = sayNo;
    this.noes = noes;
    this.facts = facts;
    this.identity = identity;
    this.json = json;
  }

  // Behind whatever a withdrawal needs, before events are received.
  void start(@Observes @Priority(2900) StartupEvent event) {
    try {
      for (int i = 0; i < TIMES; i++) {
        rehearse();
      }
    } catch (JsonProcessingException | RuntimeException e) {
      // A database that is away must not keep the service from starting; its first no is slow.
      LOG.warnf("no withdrawal could be rehearsed: %s", e.getClass().getName());
    }
  }

  /** Once, and nothing of it stays. */
  @ActivateRequestContext
  void rehearse() throws JsonProcessingException {
    identity.setIdentity(
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new Clerk())
            .addRole("CONSENT_CLERK")
            .build());
    WithdrawRequest request = json.readValue(REQUEST, WithdrawRequest.class);
    QuarkusTransaction.begin();
    try {
      if (noes.withdrawal(NOBODY, request) instanceof Noes.Clear clear) {
        Withdrawal withdrawal = sayNo.say(clear.no());
        // Whoever reads makes everything be written that waits to be.
        facts.of(NOBODY);
        json.writeValueAsString(noes.answer(withdrawal, clear.widened()));
      }
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  /** Who rehearses: nobody that a token could name. */
  private static final class Clerk implements JsonWebToken {
    @Override
    public String getName() {
      return "rehearsal";
    }

    @Override
    public String getSubject() {
      return "rehearsal";
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of();
    }

    // The interface asks for this signature.
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> @Nullable T getClaim(String claimName) {
      return null;
    }
  }
}
