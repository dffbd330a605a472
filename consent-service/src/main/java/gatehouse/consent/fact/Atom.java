package gatehouse.consent.fact;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.scope.Purpose;

/**
 * The smallest thing that can be agreed to or refused: one application for one purpose.
 *
 * @param application the application
 * @param purpose the purpose
 */
public record Atom(ApplicationCode application, Purpose purpose) {}
