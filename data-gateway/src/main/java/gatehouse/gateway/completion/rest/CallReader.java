package gatehouse.gateway.completion.rest;

import gatehouse.gateway.completion.InvalidCallException;
import gatehouse.gateway.completion.ModelRequest;
import gatehouse.gateway.context.PermitContexts;
import gatehouse.gateway.context.PermitContexts.Asker;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.Callers;
import gatehouse.gateway.route.Route;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;

/** Who calls a model, and what for. */
@ApplicationScoped
class CallReader {
  static final String HIS = "HIS_SYSTEM";
  static final String PHYSICIAN = "PHYSICIAN";
  static final String PROGRAM = "MODEL_CLIENT";
  static final String CONTEXT = "X-Gatehouse-Context";

  private final Callers callers;
  private final PermitContexts contexts;

  CallReader(Callers callers, PermitContexts contexts) {
    this.callers = callers;
    this.contexts = contexts;
  }

  record Incoming(Caller caller, ModelRequest request) {}

  /**
   * Reads a call.
   *
   * @throws InvalidCallException with a sentence for the caller
   */
  Incoming read(Route route, byte[] body, HttpHeaders headers) throws InvalidCallException {
    Caller caller = callers.calling(HIS, PHYSICIAN, PROGRAM);
    List<String> headed = Objects.requireNonNullElse(headers.getRequestHeader(CONTEXT), List.of());
    return new Incoming(
        caller,
        ModelRequest.read(
            route,
            body,
            headed,
            (permit, application) ->
                contexts.find(permit, new Asker(caller.client(), caller.subject(), application))));
  }
}
