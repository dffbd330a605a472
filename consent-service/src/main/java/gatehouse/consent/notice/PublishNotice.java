package gatehouse.consent.notice;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.application.Tier;
import gatehouse.consent.notice.NoticeResult.Fault;
import gatehouse.consent.notice.NoticeResult.Faulty;
import gatehouse.consent.notice.NoticeResult.Published;
import gatehouse.consent.text.BannedPhrases;
import gatehouse.consent.text.Texts;
import gatehouse.consent.text.Wording;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes the notice that people of the lower tiers see. */
@ApplicationScoped
@Clause({"G-35", "G-36", "G-61"})
public class PublishNotice {
  /** Characters of a pop-up in either language. */
  static final int LONGEST_POP_UP = 120;

  /** Characters of a paragraph in either language. */
  static final int LONGEST_PARAGRAPH = 800;

  private final Notices notices;
  private final Texts texts;
  private final NoticeEvents events;
  private final Ids ids;
  private final Clock clock;

  PublishNotice(Notices notices, Texts texts, NoticeEvents events, Ids ids, Clock clock) {
    this.notices = notices;
    this.texts = texts;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** Shows the text from now on; whoever saw an older one is told again. */
  @Transactional
  public NoticeResult publish(ApplicationCode application, Tier tier, Wording wording) {
    Set<Fault> faults = faults(tier, wording);
    if (!faults.isEmpty()) {
      return new Faulty(List.copyOf(faults));
    }
    notices.lock(application);
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    int version = notices.at(application, now).map(old -> old.version() + 1).orElse(1);
    Notice notice =
        new Notice(
            ids.next(),
            application,
            tier,
            version,
            wording,
            texts.add(Notice.canonical(wording)),
            now);
    notices.add(notice);
    events.published(notice);
    return new Published(notice);
  }

  /** What keeps the text from being shown. */
  static Set<Fault> faults(Tier tier, Wording wording) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    if (tier == Tier.HIGH) {
      faults.add(Fault.TIER_NEEDS_CONSENT);
    }
    if (wording.lacksLanguage()) {
      faults.add(Fault.LANGUAGE_MISSING);
    }
    int longest = tier == Tier.LOW ? LONGEST_POP_UP : LONGEST_PARAGRAPH;
    if (length(wording.zh()) > longest || length(wording.en()) > longest) {
      faults.add(Fault.TOO_LONG);
    }
    if (!BannedPhrases.in(wording).isEmpty()) {
      faults.add(Fault.BANNED_PHRASE);
    }
    return faults;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
