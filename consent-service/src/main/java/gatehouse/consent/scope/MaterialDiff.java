package gatehouse.consent.scope;

import gatehouse.clauses.Clause;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what new terms are materially wider than old ones. Narrowing is not material: who agreed to
 * more has agreed to less.
 *
 * @param widenings empty when nothing is wider
 */
@Clause("E-42")
public record MaterialDiff(Set<MaterialDiff.Widening> widenings) {

  /** A way in which new terms ask for more than old ones did. */
  public enum Widening {
    PURPOSE,
    ACTIVITIES,
    CATEGORIES,
    RECIPIENTS,
    PERIOD,
    CROSS_BORDER,
    ALGORITHM_CLASS
  }

  public MaterialDiff {
    widenings = Set.copyOf(widenings);
  }

  /** What {@code next} asks beyond {@code previous}. */
  public static MaterialDiff between(ScopeTerms previous, ScopeTerms next) {
    Set<Widening> found = EnumSet.noneOf(Widening.class);
    note(found, Widening.PURPOSE, previous.purpose() != next.purpose());
    note(found, Widening.ACTIVITIES, !previous.activities().containsAll(next.activities()));
    note(found, Widening.CATEGORIES, !previous.categories().containsAll(next.categories()));
    note(found, Widening.RECIPIENTS, !previous.recipients().containsAll(next.recipients()));
    note(found, Widening.PERIOD, isLonger(previous.periodDays(), next.periodDays()));
    note(found, Widening.CROSS_BORDER, next.crossBorder() && !previous.crossBorder());
    note(found, Widening.ALGORITHM_CLASS, !previous.algorithmClass().equals(next.algorithmClass()));
    return new MaterialDiff(found);
  }

  /** Whether people must be asked again. */
  public boolean isMaterial() {
    return !widenings.isEmpty();
  }

  /** Whether the terms are wider only in data that were not asked for before. */
  public boolean concernsOnlyNewData() {
    return widenings.stream().allMatch(widening -> widening == Widening.CATEGORIES);
  }

  private static void note(Set<Widening> found, Widening widening, boolean applies) {
    if (applies) {
      found.add(widening);
    }
  }

  private static boolean isLonger(@Nullable Integer previous, @Nullable Integer next) {
    if (previous == null) {
      return false;
    }
    return next == null || next > previous;
  }
}
