package gatehouse.gateway.permit;

import gatehouse.pseudonym.Pseudonym;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One call, as far as the permit is concerned. It names no patient, only the reference.
 *
 * @param application the application's code
 * @param productDigest the version that would run, if the caller knows it
 * @param subject the patient, or null for a call about nobody
 * @param encounter the caller's encounter id
 * @param purpose such as {@code CARE}
 * @param categories kinds of data
 * @param fields fields of records that the call says it needs; empty means all of its purpose
 * @param user subject or staff id of whoever uses the application
 * @param place department code
 */
public record PermitQuestion(
    String application,
    @Nullable String productDigest,
    @Nullable Pseudonym subject,
    @Nullable String encounter,
    String purpose,
    SortedSet<String> categories,
    SortedSet<String> fields,
    @Nullable String user,
    @Nullable String place) {
  public PermitQuestion {
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
  }
}
