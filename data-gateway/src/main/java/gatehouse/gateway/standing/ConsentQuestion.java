package gatehouse.gateway.standing;

import gatehouse.pseudonym.Pseudonym;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What consent-service is asked: may this application be used for this patient?
 *
 * @param tier admission's tier; consent-service takes the stricter of it and its own copy
 * @param subject the patient
 * @param encounter the caller's encounter id
 * @param purpose such as {@code CARE}
 * @param categories kinds of data
 */
public record ConsentQuestion(
    String application,
    ApplicationFacts.Tier tier,
    Pseudonym subject,
    @Nullable String encounter,
    String purpose,
    SortedSet<String> categories) {}
