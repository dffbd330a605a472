package gatehouse.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A person as a system outside knows them. Every service takes the same numbers, so that one whom
 * one of them can name is known to all. Only its pseudonym is kept; it is never logged.
 *
 * @param issuer who gave the number, such as {@code HIS}
 * @param id the number
 */
public record PersonNumber(
    @NotBlank @Size(max = 60) @Pattern(regexp = "[^|\\x00\\p{Cs}]*") String issuer,
    @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\x00\\p{Cs}]*") String id) {

  @Override
  public String toString() {
    return "PersonNumber[not shown]";
  }
}
