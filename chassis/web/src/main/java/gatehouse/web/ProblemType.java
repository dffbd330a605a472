package gatehouse.web;

/**
 * A kind of problem a caller can meet (RFC 9457 {@code type}). Each service has one enum of them.
 *
 * <p>What people read stands in the bundles {@code problems_zh.properties} and {@code
 * problems_en.properties} under {@code <slug>.title} and {@code <slug>.action} (what to do).
 */
public interface ProblemType {
  /** Stable kebab-case outcome, the last part of {@code /problems/<slug>}. */
  String slug();

  /** HTTP status. */
  int status();
}
