package gatehouse.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457) with our extensions.
 *
 * @param type {@code /problems/<slug>}
 * @param title Chinese
 * @param titleEn English
 * @param status HTTP status
 * @param detail what exactly was wrong with this request, never a value of it
 * @param action what to do, Chinese
 * @param actionEn what to do, English
 * @param instance {@code urn:gatehouse:request:<request id>}, to be named when asking for help
 * @param reasons why, for refusals that come from rules
 * @param clauses the union of the reasons' clauses
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    String titleEn,
    int status,
    @Nullable String detail,
    String action,
    String actionEn,
    String instance,
    List<Reason> reasons,
    List<String> clauses) {
  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String PREFIX = "/problems/";

  static String type(ProblemType kind) {
    return PREFIX + kind.slug();
  }

  /** Whether this is a problem of that kind. */
  public boolean isOf(ProblemType kind) {
    return type.equals(type(kind));
  }
}
