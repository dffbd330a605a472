package gatehouse.consent.text.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.consent.ConsentProblem;
import gatehouse.consent.text.TextDigest;
import gatehouse.consent.text.Texts;
import gatehouse.web.Problems;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

/** Texts byte for byte as people were shown them. */
@Path("/v1/texts")
@RunOnVirtualThread
class TextsResource {
  private final Texts texts;
  private final Problems problems;

  TextsResource(Texts texts, Problems problems) {
    this.texts = texts;
    this.problems = problems;
  }

  @GET
  @Path("/{digest}")
  @Authenticated
  @Transactional
  @Produces("text/markdown;charset=UTF-8")
  public Response find(@PathParam("digest") @Pattern(regexp = TextDigest.FORM) String digest) {
    return texts
        .find(new TextDigest(digest))
        .map(text -> Response.ok(text.getBytes(UTF_8)).tag(new EntityTag(digest)).build())
        .orElseGet(() -> problems.problem(ConsentProblem.TEXT_UNKNOWN));
  }
}
