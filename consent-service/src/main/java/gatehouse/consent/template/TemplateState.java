package gatehouse.consent.template;

import java.time.Instant;

/** Where a form is in its life; each state has only its legal exits. */
public sealed interface TemplateState {

  /** Its name on the wire and in the store. */
  default String name() {
    return switch (this) {
      case Draft _ -> "DRAFT";
      case Linted _ -> "LINTED";
      case Published _ -> "PUBLISHED";
      case Superseded _ -> "SUPERSEDED";
      case Retired _ -> "RETIRED";
    };
  }

  /** Being written. */
  record Draft() implements TemplateState {
    public Linted linted() {
      return new Linted();
    }
  }

  /** Found in order; may still be changed, which makes it a draft again. */
  record Linted() implements TemplateState {
    public Published published(EthicsApproval approval, String publishedBy, Instant now) {
      return new Published(approval, publishedBy, now);
    }

    public Draft changed() {
      return new Draft();
    }
  }

  /** Shown to people; its text is fixed for good. */
  record Published(EthicsApproval approval, String publishedBy, Instant since)
      implements TemplateState {
    public Superseded superseded(Instant now) {
      return new Superseded(this, now);
    }

    public Retired retired(Instant now) {
      return new Retired(this, now);
    }
  }

  /** A newer one is shown instead. */
  record Superseded(Published published, Instant since) implements TemplateState {}

  /** Not shown any more, and none in its place. */
  record Retired(Published published, Instant since) implements TemplateState {}
}
