package gatehouse.gateway.output.rest;

import gatehouse.gateway.output.Contents.KeyMissingException;
import gatehouse.web.Problems;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says so when a text is there and this instance lacks its key, as in the middle of a change. */
public class MissingKeys {
  private static final Logger LOG = Logger.getLogger(MissingKeys.class);

  private final Problems problems;

  MissingKeys(Problems problems) {
    this.problems = problems;
  }

  /** The key's id is for whoever configures keys, so it stands in the log only. */
  @ServerExceptionMapper
  public Response map(KeyMissingException missing) {
    LOG.errorf("%s; every instance needs each key of GATEHOUSE_OUTPUT_KEYS", missing.getMessage());
    return problems.problem(OutputProblem.OUTPUT_KEY_MISSING);
  }
}
