package gatehouse.consent.scope.rest;

import gatehouse.consent.scope.Activity;
import gatehouse.consent.scope.Category;
import gatehouse.consent.scope.ScopeDraft;
import gatehouse.consent.text.Wording;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Terms as they come in. */
record TermsRequest(
    @NotBlank @Size(max = 40) String purpose,
    @NotEmpty Set<@NotNull Activity> activities,
    @NotEmpty @Size(max = 40) Set<@NotNull @Pattern(regexp = Category.FORM) String> categories,
    @Nullable @Size(max = 40)
        Set<@NotBlank @Size(max = 200) @Pattern(regexp = Wording.CHARACTERS) String> recipients,
    @Nullable @Min(1) Integer periodDays,
    boolean crossBorder,
    @NotBlank @Size(max = 40) @Pattern(regexp = Wording.CHARACTERS) String algorithmClass) {

  ScopeDraft draft() {
    return new ScopeDraft(
        purpose,
        activities,
        categories.stream().map(Category::new).collect(Collectors.toSet()),
        recipients == null ? Set.of() : recipients,
        periodDays,
        crossBorder,
        algorithmClass);
  }
}
