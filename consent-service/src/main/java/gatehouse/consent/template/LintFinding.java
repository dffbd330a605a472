package gatehouse.consent.template;

import java.util.List;

/**
 * Something that keeps a form from being published.
 *
 * @param code what is wrong
 * @param where the part, question or phrase that it concerns
 */
public record LintFinding(Code code, String where) {

  /** What can be wrong with a form. */
  public enum Code {
    ROLE_MISSING("G-38"),
    LIMITS_MISSING("G-39"),
    ALTERNATIVES_MISSING("G-40"),
    NO_AI_ROUTE_MISSING("G-40"),
    REFUSAL_MISSING("G-41"),
    BLOCK_MISSING("E-19", "E-36"),
    BLOCK_REPEATED("E-35"),
    LANGUAGE_MISSING("E-35"),
    SENTENCE_TOO_LONG("E-35"),
    BANNED_PHRASE("G-61"),
    PRESELECTED_ANSWER("E-30"),
    CHECK_UNANSWERABLE("E-17");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> clauses;

    Code(String... clauses) {
      this.clauses = List.of(clauses);
    }

    /** Ids of the clauses that ask for it. */
    public List<String> clauses() {
      return clauses;
    }
  }
}
