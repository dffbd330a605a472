package gatehouse.consent.decision;

import gatehouse.consent.application.Admitted;
import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.application.KnownApplication;
import gatehouse.consent.application.Tier;
import gatehouse.consent.fact.Atom;
import gatehouse.consent.fact.ConsentForm;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.fact.Fact;
import gatehouse.consent.fact.Said;
import gatehouse.consent.notice.Notice;
import gatehouse.consent.scope.Activity;
import gatehouse.consent.scope.Category;
import gatehouse.consent.scope.Purpose;
import gatehouse.consent.scope.Scope;
import gatehouse.consent.scope.ScopeKind;
import gatehouse.consent.scope.ScopeTerms;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.text.TextDigest;
import gatehouse.consent.text.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case under construction: one application, one person, and what was said minute by minute. */
final class Case {
  static final ApplicationCode APPLICATION = new ApplicationCode("lung-reader");
  static final SubjectRef PERSON = new SubjectRef("dev." + "A".repeat(43));
  static final UUID SCOPE = new UUID(0, 1);
  static final UUID CONSENT = new UUID(0, 2);
  static final TextDigest FORM = TextDigest.of("form");
  static final Wording POP_UP = new Wording("本页使用 AI 指路。", "AI shows the way here.");

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  private final List<Fact> facts = new ArrayList<>();
  private Tier tier = Tier.HIGH;
  private boolean stopped;
  private Scope scope =
      Scope.first(SCOPE, ScopeKind.AI_USE, APPLICATION, null, terms("NOTES", "IMAGING"), START);
  private @Nullable Notice notice;
  private long ids;

  static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }

  static ScopeTerms terms(String... categories) {
    return terms(Purpose.CARE, Set.of(), categories);
  }

  static ScopeTerms terms(Purpose purpose, Set<String> recipients, String... categories) {
    TreeSet<Category> named = new TreeSet<>();
    for (String category : categories) {
      named.add(new Category(category));
    }
    return new ScopeTerms(
        purpose,
        new TreeSet<>(Set.of(Activity.PROCESS, Activity.USE)),
        named,
        new TreeSet<>(recipients),
        null,
        false,
        "LLM");
  }

  Case tier(Tier next) {
    tier = next;
    return this;
  }

  Case stopped() {
    stopped = true;
    return this;
  }

  Case scope(Scope next) {
    scope = next;
    return this;
  }

  Scope scope() {
    return scope;
  }

  Case revised(ScopeTerms terms, boolean endsOld, int minute) {
    scope = scope.revised(terms, endsOld, minute(minute));
    return this;
  }

  Case closed(int minute) {
    scope = scope.closed(minute(minute));
    return this;
  }

  Case notice(Tier of) {
    return notice(of, POP_UP);
  }

  Case notice(Tier of, Wording wording) {
    notice = new Notice(new UUID(0, 3), APPLICATION, of, 1, wording, digest(wording), START);
    return this;
  }

  static TextDigest digest(Wording wording) {
    return TextDigest.of(Notice.canonical(wording));
  }

  Case granted(int minute) {
    return granted(minute, minute, null);
  }

  /** Signed at one minute, entered at another. */
  Case granted(int signed, int recorded, @Nullable Instant endsAt) {
    Set<Category> categories = scope.current().terms().categories();
    Said said =
        new Said.Granted(
            CONSENT,
            2,
            SCOPE,
            scope.current().number(),
            categories,
            ConsentForm.WRITTEN,
            FORM,
            endsAt);
    return says(oneScope(), said, signed, recorded);
  }

  Case refused(Covers covers, int minute) {
    return says(covers, new Said.Refused(new UUID(1, minute)), minute, minute);
  }

  Case withdrawn(Covers covers, int minute) {
    return says(covers, new Said.Withdrawn(new UUID(1, minute)), minute, minute);
  }

  Case says(Covers covers, Said said, int signed, int recorded) {
    facts.add(new Fact(new UUID(2, ids++), PERSON, covers, said, minute(signed), minute(recorded)));
    return this;
  }

  static Covers oneScope() {
    return new Covers.OneScope(SCOPE, new Atom(APPLICATION, Purpose.CARE));
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  Knowledge knowledge() {
    return knowledge(facts);
  }

  Knowledge knowledge(List<Fact> inOrder) {
    return new Knowledge(
        new KnownApplication(
            "id", APPLICATION, tier, new Admitted(null, null, null, null), 1, START),
        stopped,
        List.of(scope),
        notice,
        inOrder);
  }

  Answer at(int minute, String... categories) {
    return ask(question(minute, categories));
  }

  Answer ask(Question question) {
    return DecisionRule.decide(question, knowledge());
  }

  static Question question(int minute, String... categories) {
    TreeSet<Category> named = new TreeSet<>();
    for (String category : categories) {
      named.add(new Category(category));
    }
    return new Question(
        PERSON, APPLICATION, null, "CARE", named, "E1", null, minute(minute), minute(minute));
  }
}
