package gatehouse.gateway.standing;

import java.util.List;

/**
 * Why an owner refuses, in the owner's words.
 *
 * @param code stable, such as {@code CONSENT_REQUIRED}
 * @param clauses ids of the clauses behind it
 * @param text Chinese
 * @param textEn English
 */
public record OwnerReason(String code, List<String> clauses, String text, String textEn) {
  public OwnerReason {
    clauses = List.copyOf(clauses);
  }
}
