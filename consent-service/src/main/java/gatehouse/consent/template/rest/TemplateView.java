package gatehouse.consent.template.rest;

import gatehouse.consent.template.Template;
import java.util.UUID;

/** A form as it goes out. */
record TemplateView(
    UUID templateId,
    UUID scopeId,
    int scopeVersion,
    String tier,
    String state,
    long version,
    String textDigest,
    String text) {

  static TemplateView of(Template template) {
    return new TemplateView(
        template.id(),
        template.scopeId(),
        template.scopeVersion(),
        template.tier().name(),
        template.state().name(),
        template.version(),
        template.digest().value(),
        template.text().canonical());
  }
}
