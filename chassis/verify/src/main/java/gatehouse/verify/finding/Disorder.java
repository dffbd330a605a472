package gatehouse.verify.finding;

import gatehouse.verify.export.LineReader;
import gatehouse.verify.export.MalformedLineException;
import gatehouse.verify.finding.Finding.Kind;
import java.io.IOException;

/** Tells from the numbers behind a wrong one what happened at its place. */
public final class Disorder {

  private Disorder() {}

  /**
   * What happened.
   *
   * @param place the number that should stand there
   * @param found the number that does
   * @param entries stands on that line; is read to its end
   */
  public static Finding at(long place, long found, LineReader entries) throws IOException {
    long second = -1;
    boolean comesLater = false;
    try {
      if (entries.next()) {
        second = entries.line().seq();
        comesLater = second == place;
        while (!comesLater && entries.next()) {
          comesLater = entries.line().seq() == place;
        }
      }
    } catch (MalformedLineException _) {
      // Behind a broken line no number counts.
    }
    String reason = "number %d stands at place %d".formatted(found, place);
    if (comesLater) {
      return found < place
          ? Finding.at(Kind.INSERTED, place, reason + ", and has been before")
          : Finding.at(Kind.REORDERED, place, reason + ", and number " + place + " later");
    }
    if (second == place + 1) {
      return Finding.at(Kind.EDITED, place, reason);
    }
    return found < place
        ? Finding.at(Kind.INSERTED, place, reason + ", and has been before")
        : Finding.between(Kind.REMOVED, place, found - 1, reason);
  }
}
