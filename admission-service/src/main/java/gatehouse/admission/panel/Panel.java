package gatehouse.admission.panel;

import gatehouse.admission.person.Person;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who sits on which seat of one case, and who declared a conflict of interest and may therefore
 * never vote on it (A1, A8, E-64).
 *
 * @param holders subject of the person on each taken seat
 * @param conflicted subjects that declared a conflict
 */
public record Panel(Map<Seat, String> holders, SortedSet<String> conflicted) {
  public Panel {
    holders = Map.copyOf(holders);
    conflicted = new TreeSet<>(conflicted);
  }

  public static Panel empty() {
    return new Panel(Map.of(), new TreeSet<>());
  }

  /** The person takes the seat, declaring that no conflict stands against it. */
  @Clause({"G-22", "E-64"})
  public Outcome<Panel> seated(Seat seat, Person person, String requester) {
    if (!person.holds(seat.role())) {
      return Outcome.refused(Refusal.SEAT_ROLE_MISSING);
    }
    if (person.subject().equals(requester)) {
      return Outcome.refused(Refusal.REQUESTER_MAY_NOT_VOTE);
    }
    if (conflicted.contains(person.subject())) {
      return Outcome.refused(Refusal.CONFLICTED);
    }
    if (holders.containsKey(seat)) {
      return Outcome.refused(Refusal.SEAT_TAKEN);
    }
    if (holders.containsValue(person.subject())) {
      return Outcome.refused(Refusal.ONE_PERSON_TWO_SEATS);
    }
    Map<Seat, String> more = new EnumMap<>(Seat.class);
    more.putAll(holders);
    more.put(seat, person.subject());
    return Outcome.done(new Panel(more, conflicted));
  }

  /** The person declares a conflict: any seat it holds falls vacant for an alternate. */
  @Clause("E-64")
  public Panel recused(String subject) {
    Map<Seat, String> fewer = new EnumMap<>(Seat.class);
    holders.forEach((seat, holder) -> {
      if (!holder.equals(subject)) {
        fewer.put(seat, holder);
      }
    });
    SortedSet<String> more = new TreeSet<>(conflicted);
    more.add(subject);
    return new Panel(fewer, more);
  }

  /** Five seats, five persons. */
  @Clause("G-22")
  public boolean complete() {
    return holders.size() == Seat.values().length
        && holders.values().stream().distinct().count() == Seat.values().length;
  }
}
