package gatehouse.consent.scope;

import static java.util.stream.Collectors.joining;

import gatehouse.consent.text.TextDigest;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked to agree to.
 *
 * @param purpose what it is for
 * @param activities what is done with the data
 * @param categories which data
 * @param recipients who gets them beside the hospital; may be empty
 * @param periodDays how many days a consent holds, or null for until it is withdrawn
 * @param crossBorder whether the data leave the country
 * @param algorithmClass the kind of algorithm, such as {@code LLM} or {@code CNN}
 */
public record ScopeTerms(
    Purpose purpose,
    SortedSet<Activity> activities,
    SortedSet<Category> categories,
    SortedSet<String> recipients,
    @Nullable Integer periodDays,
    boolean crossBorder,
    String algorithmClass) {

  public ScopeTerms {
    Objects.requireNonNull(purpose, "purpose");
    activities = sorted(activities);
    categories = sorted(categories);
    recipients = sorted(recipients);
    if (activities.isEmpty() || categories.isEmpty()) {
      throw new IllegalArgumentException("a scope names activities and categories");
    }
    if (periodDays != null && periodDays < 1) {
      throw new IllegalArgumentException("a period is at least one day");
    }
  }

  /** Whether every sensitive category is asked for by name, and there is at least one. */
  public boolean isSensitive() {
    return categories.stream().anyMatch(Category::isSensitive);
  }

  /** Equal for equal terms, different for different ones. */
  public TextDigest hash() {
    return TextDigest.of(
        String.join(
            "\n",
            "purpose=" + purpose,
            "activities=" + joined(activities),
            "categories=" + joined(categories),
            "recipients=" + joined(recipients),
            "periodDays=" + (periodDays == null ? "" : periodDays),
            "crossBorder=" + crossBorder,
            "algorithmClass=" + algorithmClass,
            ""));
  }

  private static String joined(Set<?> values) {
    // A length before each value: two recipients must not look like one with a comma.
    return values.stream()
        .map(Object::toString)
        .map(value -> value.length() + ":" + value)
        .collect(joining(","));
  }

  private static <T extends Comparable<T>> SortedSet<T> sorted(Set<T> values) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }
}
