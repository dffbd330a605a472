package gatehouse.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes problem documents and the answers that carry them. */
@Singleton
public final class Problems {
  private final Bundle chinese = Bundle.load("problems_zh");
  private final Bundle english = Bundle.load("problems_en");

  /** An answer that carries the problem, without further detail. */
  public Response problem(ProblemType type) {
    return respond(describe(type, null, List.of()));
  }

  /** An answer that carries the problem and says why. */
  public Response problem(ProblemType type, List<Reason> reasons) {
    return respond(describe(type, null, reasons));
  }

  /**
   * An answer that carries the problem and says what exactly was wrong.
   *
   * @param detail English, for developers; must not repeat a value of the request
   */
  public Response problem(ProblemType type, String detail) {
    return respond(describe(type, detail, List.of()));
  }

  /** The document itself, for answers that are not made by JAX-RS. */
  public Problem describe(ProblemType type, @Nullable String detail, List<Reason> reasons) {
    String slug = type.slug();
    return new Problem(
        Problem.type(type),
        chinese.text(slug + ".title"),
        english.text(slug + ".title"),
        type.status(),
        detail,
        chinese.text(slug + ".action"),
        english.text(slug + ".action"),
        "urn:gatehouse:request:" + RequestId.current(),
        reasons,
        reasons.stream().map(Reason::clauses).flatMap(Collection::stream).distinct().toList());
  }

  private static Response respond(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
