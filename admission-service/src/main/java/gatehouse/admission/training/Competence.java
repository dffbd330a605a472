package gatehouse.admission.training;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A user is trained for a product until a day (G-59).
 *
 * @param user staff id as the hospital's systems give it
 * @param product name of the product
 * @param validUntil the last day
 */
public record Competence(String user, String product, LocalDate validUntil) {
  public Competence {
    requireNonNull(user);
    requireNonNull(product);
    requireNonNull(validUntil);
  }

  public boolean validOn(LocalDate day) {
    return !day.isAfter(validUntil);
  }
}
