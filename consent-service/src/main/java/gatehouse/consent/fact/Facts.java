package gatehouse.consent.fact;

import gatehouse.consent.subject.SubjectRef;
import java.util.List;

/** All facts, to which only more can be added. */
public interface Facts {

  /** Adds one. */
  void add(Fact fact);

  /** Everything of one person. */
  List<Fact> of(SubjectRef subject);

  /**
   * Makes whoever else wants to change something of this person wait until the transaction ends.
   * Take it before the clock is read: then facts of one person are recorded in the order of their
   * times.
   */
  void lock(SubjectRef subject);
}
