package gatehouse.consent.template;

import gatehouse.consent.application.Tier;
import gatehouse.consent.scope.ScopeKind;
import gatehouse.consent.template.TemplateState.Published;
import gatehouse.consent.text.TextDigest;
import java.util.UUID;

/**
 * A form for one version of one scope.
 *
 * @param id identity
 * @param scopeId the scope
 * @param scopeVersion the version that it explains
 * @param kind the scope's kind
 * @param tier the tier whose demands it meets
 * @param text what it says
 * @param author who wrote it ({@code sub} of the token)
 * @param state where it is in its life
 * @param version grows with every change
 */
public record Template(
    UUID id,
    UUID scopeId,
    int scopeVersion,
    ScopeKind kind,
    Tier tier,
    TemplateText text,
    String author,
    TemplateState state,
    long version) {

  /** The digest of what is shown. */
  public TextDigest digest() {
    return TextDigest.of(text.canonical());
  }

  /** Whether it is the one to show. */
  public boolean isPublished() {
    return state instanceof Published;
  }

  /** The form in another state. */
  public Template in(TemplateState next) {
    return new Template(id, scopeId, scopeVersion, kind, tier, text, author, next, version + 1);
  }

  /** The form with another text, a draft again. */
  public Template saying(TemplateText next, String by) {
    return new Template(
        id, scopeId, scopeVersion, kind, tier, next, by, new TemplateState.Draft(), version + 1);
  }
}
