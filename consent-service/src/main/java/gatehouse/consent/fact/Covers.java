package gatehouse.consent.fact;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.scope.Purpose;
import java.util.UUID;

/** How far a person's word reaches. */
public sealed interface Covers {

  /** Whether it reaches the atom. */
  boolean includes(Atom atom);

  /** Everything that this service can be asked. */
  record Everything() implements Covers {
    @Override
    public boolean includes(Atom atom) {
      return true;
    }
  }

  /** No AI at all: every application, for whatever purpose. */
  record AllAi() implements Covers {
    @Override
    public boolean includes(Atom atom) {
      return true;
    }
  }

  /** Research of every kind. */
  record AllResearch() implements Covers {
    @Override
    public boolean includes(Atom atom) {
      return atom.purpose() == Purpose.RESEARCH;
    }
  }

  /** One application for every purpose. */
  record OneApplication(ApplicationCode application) implements Covers {
    @Override
    public boolean includes(Atom atom) {
      return atom.application().equals(application);
    }
  }

  /** One scope: one application for one purpose. */
  record OneScope(UUID scopeId, Atom atom) implements Covers {
    @Override
    public boolean includes(Atom other) {
      return atom.equals(other);
    }
  }
}
