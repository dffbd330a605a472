package gatehouse.consent.scope.events;

import gatehouse.consent.scope.Category;
import gatehouse.consent.scope.Scope;
import gatehouse.consent.scope.ScopeEvents;
import gatehouse.consent.scope.ScopeTerms;
import gatehouse.consent.scope.ScopeVersion;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes every change of a scope into the journal, whole: the topic keeps the latest per scope. */
@ApplicationScoped
class JournalScopeEvents implements ScopeEvents {
  private static final String TYPE = "gatehouse.consent.scope.changed.v1";
  private static final String TOPIC = "consent.scope.v1";

  private final Journal journal;
  private final Actors actors;

  JournalScopeEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  /** The scope on the wire. */
  record ScopeData(
      String scopeId,
      String kind,
      String application,
      @Nullable String study,
      String state,
      int version,
      String hash,
      List<String> materialDiff,
      boolean endsOld,
      String requiredForm,
      TermsData terms) {}

  /** The terms on the wire. */
  record TermsData(
      String purpose,
      List<String> activities,
      List<String> categories,
      String sensitivity,
      List<String> recipients,
      @Nullable Integer periodDays,
      boolean crossBorder,
      String algorithmClass) {}

  @Override
  public void changed(Scope scope) {
    journal.append(
        Entry.of(TYPE, scope.id().toString())
            .by(actors.acting("DEPARTMENT_APPLICANT", "DATA_STEWARD", "MEDICAL_AFFAIRS"))
            .clauses("E-42")
            .topic(TOPIC)
            .version(scope.revision())
            .data(data(scope))
            .build());
  }

  private static ScopeData data(Scope scope) {
    ScopeVersion current = scope.current();
    return new ScopeData(
        scope.id().toString(),
        scope.kind().name(),
        scope.application().value(),
        scope.study(),
        scope.isClosed() ? "CLOSED" : "OPEN",
        current.number(),
        current.terms().hash().value(),
        current.diff().widenings().stream().map(Enum::name).sorted().toList(),
        current.endsOld(),
        switch (scope.kind()) {
          case AI_USE -> "BY_TIER";
          case RESEARCH -> "SIGNED";
        },
        terms(current.terms()));
  }

  private static TermsData terms(ScopeTerms terms) {
    return new TermsData(
        terms.purpose().name(),
        terms.activities().stream().map(Enum::name).toList(),
        terms.categories().stream().map(Category::code).toList(),
        terms.isSensitive() ? "SENSITIVE" : "ORDINARY",
        List.copyOf(terms.recipients()),
        terms.periodDays(),
        terms.crossBorder(),
        terms.algorithmClass());
  }
}
