package gatehouse.consent.template;

import java.util.Optional;
import java.util.UUID;

/** The forms of this hospital. */
public interface Templates {

  /** Adds a new one. */
  void add(Template template);

  /** Writes what changed of one that was {@linkplain #locked locked}. */
  void save(Template template);

  /** The form. */
  Optional<Template> find(UUID id);

  /** The form, held against other changes until the transaction ends. */
  Optional<Template> locked(UUID id);

  /** The form that is shown for the scope. */
  Optional<Template> published(UUID scopeId);
}
