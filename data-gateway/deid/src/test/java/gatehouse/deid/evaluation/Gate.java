package gatehouse.deid.evaluation;

import java.util.ArrayList;
import java.util.List;

/** The levels that the build holds on the project's own labelled set. */
final class Gate {
  private static final double TIER_ONE = 0.985;
  private static final double TIER_TWO = 0.97;
  private static final double PRECISION = 0.97;
  private static final double DECOYS = 0.98;

  private Gate() {}

  /** What is below its level; empty where the gate lets through. */
  static List<String> faults(Scores scores) {
    List<String> faults = new ArrayList<>();
    check(faults, "tier 1 whole cover", scores.whole(Gold.TIER_ONE::contains), TIER_ONE);
    check(faults, "tier 2 whole cover", scores.whole(Gold.TIER_TWO::contains), TIER_TWO);
    check(faults, "masked that identifies", scores.precision(), PRECISION);
    check(faults, "decoys kept", scores.decoysKept(), DECOYS);
    return faults;
  }

  private static void check(List<String> faults, String what, Share share, double level) {
    if (share.value() < level) {
      faults.add(what + " is" + share + ", the level is " + level);
    }
  }
}
