package gatehouse.admission.assessment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What somebody reached in a skill test without AI (G-60).
 *
 * @param user staff id as the hospital's systems give it
 * @param skill code of the traditional skill, such as {@code CHEST_FILM_READING}
 * @param takenAt within one of the user's assessment windows
 * @param points from 0 to 100
 * @param passed as the assessor decided
 */
public record AssessmentResult(
    String user, String skill, Instant takenAt, int points, boolean passed) {
  public static final int MOST_POINTS = 100;

  public AssessmentResult {
    requireNonNull(user);
    requireNonNull(skill);
    requireNonNull(takenAt);
    if (points < 0 || points > MOST_POINTS) {
      throw new IllegalArgumentException("Points run from 0 to 100");
    }
  }
}
