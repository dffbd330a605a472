package gatehouse.proof.inspect;

import gatehouse.journal.health.Figure;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

@Singleton
class InspectionFigures {

  @Produces
  @Singleton
  Figure breaks() {
    return new Figure(
        "journal.breaks",
        "places that contradict what was signed",
        "SELECT count(*) FROM journal.breaks");
  }
}
