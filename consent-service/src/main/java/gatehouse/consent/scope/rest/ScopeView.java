package gatehouse.consent.scope.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.consent.scope.Category;
import gatehouse.consent.scope.Scope;
import gatehouse.consent.scope.ScopeTerms;
import gatehouse.consent.scope.ScopeVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scope as it goes out, with all its versions. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScopeView(
    UUID scopeId,
    String kind,
    String application,
    @Nullable String study,
    String state,
    int version,
    List<VersionView> versions) {

  /** A version of a scope. */
  record VersionView(
      int version,
      String hash,
      List<String> materialDiff,
      boolean endsOld,
      Instant inForceSince,
      TermsView terms) {}

  /** Terms as they go out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TermsView(
      String purpose,
      List<String> activities,
      List<String> categories,
      String sensitivity,
      List<String> recipients,
      @Nullable Integer periodDays,
      boolean crossBorder,
      String algorithmClass) {}

  static ScopeView of(Scope scope) {
    return new ScopeView(
        scope.id(),
        scope.kind().name(),
        scope.application().value(),
        scope.study(),
        scope.isClosed() ? "CLOSED" : "OPEN",
        scope.current().number(),
        scope.versions().stream().map(ScopeView::version).toList());
  }

  private static VersionView version(ScopeVersion version) {
    ScopeTerms terms = version.terms();
    return new VersionView(
        version.number(),
        terms.hash().value(),
        version.diff().widenings().stream().map(Enum::name).sorted().toList(),
        version.endsOld(),
        version.inForceSince(),
        new TermsView(
            terms.purpose().name(),
            terms.activities().stream().map(Enum::name).toList(),
            terms.categories().stream().map(Category::code).toList(),
            terms.isSensitive() ? "SENSITIVE" : "ORDINARY",
            List.copyOf(terms.recipients()),
            terms.periodDays(),
            terms.crossBorder(),
            terms.algorithmClass()));
  }
}
