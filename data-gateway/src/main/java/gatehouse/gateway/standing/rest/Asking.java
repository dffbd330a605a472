package gatehouse.gateway.standing.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import gatehouse.gateway.standing.OwnerAnswer;
import gatehouse.gateway.standing.OwnerAnswer.Answered;
import gatehouse.gateway.standing.OwnerAnswer.Cause;
import gatehouse.gateway.standing.OwnerAnswer.Missing;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerAnswer.UnknownApplication;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns every way in which a question can end into an answer. */
final class Asking {
  private static final Logger LOG = Logger.getLogger(Asking.class);
  private static final int NOT_FOUND = 404;

  private Asking() {}

  static <T> OwnerAnswer<T> ask(Owner owner, Supplier<T> question) {
    try {
      return new Answered<>(question.get());
    } catch (WebApplicationException e) {
      if (owner == Owner.ADMISSION && e.getResponse().getStatus() == NOT_FOUND) {
        return new UnknownApplication<>();
      }
      int status = e.getResponse().getStatus();
      // A body that does not fit comes back as an exception of the answer's own status.
      return missing(
          owner, status < 300 ? Cause.UNREADABLE : Cause.UNREACHABLE, "status " + status);
    } catch (RuntimeException e) {
      // Nothing that an owner does may become a permit: whatever it was, it is no answer.
      return missing(owner, cause(e), e.getClass().getSimpleName());
    }
  }

  private static <T> OwnerAnswer<T> missing(Owner owner, Cause cause, String detail) {
    LOG.warnf("owner %s gave no answer: %s (%s)", owner, cause, detail);
    return new Missing<>(owner, cause);
  }

  private static Cause cause(RuntimeException e) {
    if (!(e instanceof ProcessingException)) {
      return Cause.UNREADABLE;
    }
    for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof TimeoutException) {
        return Cause.TIMEOUT;
      }
      if (t instanceof JsonProcessingException) {
        return Cause.UNREADABLE;
      }
      if (t instanceof IOException) {
        return Cause.UNREACHABLE;
      }
    }
    return Cause.UNREACHABLE;
  }
}
