package gatehouse.consent.consent;

import gatehouse.consent.subject.SubjectRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All consents. Whoever changes one holds the lock of its person. */
public interface Consents {

  /** Adds a new one. */
  void add(Consent consent);

  /** Writes what changed. */
  void save(Consent consent);

  /** Whose consent it is; asked before the person is locked and the consent is read. */
  Optional<SubjectRef> subjectOf(UUID id);

  /** The consent. */
  Optional<Consent> find(UUID id);

  /** All of one person, oldest first. */
  List<Consent> of(SubjectRef subject);
}
