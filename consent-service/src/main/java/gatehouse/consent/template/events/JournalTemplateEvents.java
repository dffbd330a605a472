package gatehouse.consent.template.events;

import gatehouse.consent.template.Template;
import gatehouse.consent.template.TemplateEvents;
import gatehouse.consent.template.TemplateState.Draft;
import gatehouse.consent.template.TemplateState.Linted;
import gatehouse.consent.template.TemplateState.Published;
import gatehouse.consent.template.TemplateState.Retired;
import gatehouse.consent.template.TemplateState.Superseded;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Writes every step of a form's life into the journal; others are told of what people see. */
@ApplicationScoped
class JournalTemplateEvents implements TemplateEvents {
  private static final String TOPIC = "consent.notice.v1";

  private final Journal journal;
  private final Actors actors;

  JournalTemplateEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  /** The form on the wire, without its text: the text is found by its digest. */
  record TemplateData(
      String templateId,
      String scopeId,
      int scopeVersion,
      String tier,
      String state,
      String textDigest,
      @Nullable String ethicsApproval) {}

  @Override
  public void prepared(Template template) {
    journal.append(entry("gatehouse.consent.template.prepared.v1", template).build());
  }

  @Override
  public void published(Template template) {
    journal.append(entry("gatehouse.consent.template.published.v1", template).topic(TOPIC).build());
  }

  @Override
  public void ended(Template template) {
    journal.append(entry("gatehouse.consent.template.ended.v1", template).topic(TOPIC).build());
  }

  private Entry.Builder entry(String type, Template template) {
    return Entry.of(type, template.id().toString())
        .by(actors.acting("CONSENT_CLERK", "MEDICAL_AFFAIRS", "LEGAL", "ETHICS_SECRETARY"))
        .clauses("G-38", "G-39", "G-40", "G-41")
        .version(template.version())
        .data(
            new TemplateData(
                template.id().toString(),
                template.scopeId().toString(),
                template.scopeVersion(),
                template.tier().name(),
                template.state().name(),
                template.digest().value(),
                approval(template)));
  }

  private static @Nullable String approval(Template template) {
    return switch (template.state()) {
      case Draft _, Linted _ -> null;
      case Published published -> published.approval().reference();
      case Superseded superseded -> superseded.published().approval().reference();
      case Retired retired -> retired.published().approval().reference();
    };
  }
}
