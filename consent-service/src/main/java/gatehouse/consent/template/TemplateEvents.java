package gatehouse.consent.template;

/** Tells of forms, within the present transaction. */
public interface TemplateEvents {

  /** A form was drafted, changed or found in order. */
  void prepared(Template template);

  /** A form is shown from now on. */
  void published(Template template);

  /** A form is not shown any more. */
  void ended(Template template);
}
