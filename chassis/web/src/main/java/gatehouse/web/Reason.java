package gatehouse.web;

import java.util.List;

/**
 * Why something was refused, on the wire of every service.
 *
 * @param code stable, such as {@code CONSENT_REQUIRED}
 * @param clauses ids of the clauses that ask for the refusal
 * @param text for people, in Chinese
 * @param textEn the same in English
 */
public record Reason(String code, List<String> clauses, String text, String textEn) {
  public Reason {
    clauses = List.copyOf(clauses);
  }
}
