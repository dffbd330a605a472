package gatehouse.consent.scope;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Terms as somebody proposes them; the purpose may turn out to be forbidden.
 *
 * @param purpose a code that may not be on the list
 * @param activities what is done with the data
 * @param categories which data
 * @param recipients who gets them beside the hospital
 * @param periodDays how long a consent holds, or null
 * @param crossBorder whether the data leave the country
 * @param algorithmClass the kind of algorithm
 */
public record ScopeDraft(
    String purpose,
    Set<Activity> activities,
    Set<Category> categories,
    Set<String> recipients,
    @Nullable Integer periodDays,
    boolean crossBorder,
    String algorithmClass) {

  ScopeTerms terms(Purpose permitted) {
    return new ScopeTerms(
        permitted,
        new TreeSet<>(activities),
        new TreeSet<>(categories),
        new TreeSet<>(recipients),
        periodDays,
        crossBorder,
        algorithmClass);
  }
}
