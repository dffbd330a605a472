package gatehouse.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.web.CurrentPerson;
import gatehouse.web.Idempotent;
import gatehouse.web.ProblemException;
import gatehouse.web.Problems;
import gatehouse.web.problem.WebProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs a resource method in one transaction with its idempotency key.
 *
 * <p>The key's row is inserted first and the answer is written into it last, so that effect and
 * answer are committed together or not at all; there is no state "in progress" to clean up.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
final class IdempotentInterceptor {
  private static final Pattern FORM = Pattern.compile(Key.FORM);

  private final Keys keys;
  private final CurrentPerson caller;
  private final RoutingContext request;
  private final Problems problems;
  private final ObjectMapper json;

  IdempotentInterceptor(
      Keys keys,
      CurrentPerson caller,
      RoutingContext request,
      Problems problems,
      ObjectMapper json) {
    this.keys = keys;
    this.caller = caller;
    this.request = request;
    this.problems = problems;
    this.json = json;
  }

  @AroundInvoke
  Object once(InvocationContext call) throws Exception {
    Key key = key();
    byte[] fingerprint = fingerprint(call);
    QuarkusTransaction.begin();
    boolean committed = false;
    try {
      Response answer =
          switch (keys.claim(key, fingerprint)) {
            case Claim.Fresh _ -> act(call, key);
            case Claim.Answered(Answer first) -> again(first);
            case Claim.Foreign _ -> problems.problem(WebProblem.IDEMPOTENCY_KEY_REUSED);
          };
      if (answer.getStatus() < 400 && !QuarkusTransaction.isRollbackOnly()) {
        QuarkusTransaction.commit();
        committed = true;
      }
      return answer;
    } finally {
      if (!committed && QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        QuarkusTransaction.rollback();
      }
    }
  }

  private Response act(InvocationContext call, Key key) throws Exception {
    if (!(call.proceed() instanceof Response answer)) {
      throw new IllegalStateException("@Idempotent methods return a Response");
    }
    if (answer.getStatus() < 400) {
      String body = answer.hasEntity() ? json.writeValueAsString(answer.getEntity()) : null;
      keys.keep(
          key,
          new Answer(
              answer.getStatus(),
              body,
              answer.getHeaderString(HttpHeaders.LOCATION),
              answer.getHeaderString(HttpHeaders.ETAG)));
    }
    return answer;
  }

  private static Response again(Answer first) {
    Response.ResponseBuilder answer =
        Response.status(first.status()).header("Idempotency-Replayed", "true");
    if (first.body() != null) {
      answer.type(MediaType.APPLICATION_JSON_TYPE).entity(first.body());
    }
    if (first.location() != null) {
      answer.header(HttpHeaders.LOCATION, first.location());
    }
    if (first.tag() != null) {
      answer.header(HttpHeaders.ETAG, first.tag());
    }
    return answer.build();
  }

  private Key key() {
    String value = request.request().getHeader(Key.HEADER);
    if (value == null || !FORM.matcher(value).matches()) {
      throw new ProblemException(WebProblem.IDEMPOTENCY_KEY_MISSING);
    }
    return new Key(caller.subject(), value);
  }

  /** The request as it was understood: the path and what was parsed, not its white space. */
  private byte[] fingerprint(InvocationContext call) throws JsonProcessingException {
    List<Object> parts = new ArrayList<>();
    parts.add(request.request().method().name());
    parts.add(request.request().path());
    for (Object parameter : call.getParameters()) {
      if (isPartOfTheRequest(parameter)) {
        parts.add(parameter);
      }
    }
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(json.writeValueAsString(parts).getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static boolean isPartOfTheRequest(@Nullable Object parameter) {
    return parameter instanceof Record
        || parameter instanceof CharSequence
        || parameter instanceof Number
        || parameter instanceof UUID
        || parameter instanceof Enum<?>;
  }
}
