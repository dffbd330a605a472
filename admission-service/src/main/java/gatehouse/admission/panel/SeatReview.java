package gatehouse.admission.panel;

import gatehouse.admission.person.Person;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A review by some of the seats, smaller than a round of all five: every seat that is asked gives
 * one word, each by another person than the others and than who asks for it; one REJECT ends it.
 *
 * @param asked the seats whose word is needed; empty when nobody is asked
 */
public record SeatReview(Set<Seat> asked, List<Word> words) {

  /**
   * One seat's word.
   *
   * @param reason mandatory with REJECT
   */
  public record Word(
      Seat seat, String reviewer, Choice choice, @Nullable String reason, Instant at) {
    boolean lacksReason() {
      return choice == Choice.REJECT && (reason == null || reason.isBlank());
    }
  }

  public SeatReview {
    asked = new TreeSet<>(asked);
    words = List.copyOf(words);
  }

  public static SeatReview of(Seat... asked) {
    return new SeatReview(Set.of(asked), List.of());
  }

  /** The review with one more word. */
  public Outcome<SeatReview> with(Word word, Person reviewer, String requestedBy) {
    List<Refusal> reasons = objections(word, reviewer, requestedBy);
    List<Word> more = new ArrayList<>(words);
    more.add(word);
    return Outcome.unless(reasons, new SeatReview(asked, more));
  }

  private List<Refusal> objections(Word word, Person reviewer, String requestedBy) {
    if (!asked.contains(word.seat())) {
      return List.of(Refusal.SEAT_NOT_ASKED);
    }
    if (!reviewer.holds(word.seat().role())) {
      return List.of(Refusal.SEAT_ROLE_MISSING);
    }
    if (reviewer.subject().equals(requestedBy)) {
      return List.of(Refusal.SIGNER_IS_REQUESTER);
    }
    if (words.stream().anyMatch(earlier -> earlier.seat() == word.seat())) {
      return List.of(Refusal.SEAT_TAKEN);
    }
    if (words.stream().anyMatch(earlier -> earlier.reviewer().equals(reviewer.subject()))) {
      return List.of(Refusal.ONE_PERSON_TWO_SEATS);
    }
    return word.lacksReason() ? List.of(Refusal.REASON_MISSING) : List.of();
  }

  public boolean rejected() {
    return words.stream().anyMatch(word -> word.choice() == Choice.REJECT);
  }

  /** Every seat that was asked approved; never true when none was asked. */
  public boolean passed() {
    return !asked.isEmpty() && !rejected() && words.size() == asked.size();
  }
}
