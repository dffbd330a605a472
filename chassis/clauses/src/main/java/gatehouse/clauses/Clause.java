package gatehouse.clauses;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the clauses of the two consensus documents that an element enforces (in main code) or
 * proves (on a test).
 *
 * <p>Ids are those of {@code docs/clauses.yaml}: {@code G-nn} for the governance consensus of 2026,
 * {@code E-nn} for the data-ethics consensus of 2024. {@link ClaimedClauses} fails the build when a
 * claimed clause lacks either side.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Clause {
  /** Clause ids, such as {@code "G-23"}. */
  String[] value();
}
