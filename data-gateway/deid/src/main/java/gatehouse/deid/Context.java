package gatehouse.deid;

import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.placeholders.Placeholders;

/**
 * What one request brings along.
 *
 * @param known what the caller knows of the patient
 * @param session the tokens of this request, shared by all of its texts; never by two requests
 * @param subject a stable reference of the patient for shifting dates; empty shifts all alike
 * @param limit the time for all of its texts together
 */
public record Context(
    KnownIdentifiers known, Placeholders session, String subject, TimeLimit limit) {
  /** A context without a limit. */
  public Context(KnownIdentifiers known, Placeholders session, String subject) {
    this(known, session, subject, TimeLimit.none());
  }

  /** A context for policies that shift no dates. */
  public Context(KnownIdentifiers known, Placeholders session) {
    this(known, session, "");
  }

  /** The same with a limit. */
  public Context within(TimeLimit time) {
    return new Context(known, session, subject, time);
  }
}
