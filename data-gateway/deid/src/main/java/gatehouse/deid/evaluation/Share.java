package gatehouse.deid.evaluation;

/** A share with its 95 % Wilson interval. */
record Share(long hits, long of) {
  private static final double Z = 1.959964;

  double value() {
    return of == 0 ? 1 : (double) hits / of;
  }

  double low() {
    return bound(-1);
  }

  double high() {
    return bound(1);
  }

  private double bound(int sign) {
    if (of == 0) {
      return sign < 0 ? 0 : 1;
    }
    double share = value();
    double z2 = Z * Z;
    double middle = share + z2 / (2 * of);
    double half = Z * Math.sqrt(share * (1 - share) / of + z2 / (4.0 * of * of));
    return Math.min(1, Math.max(0, (middle + sign * half) / (1 + z2 / of)));
  }

  @Override
  public String toString() {
    return "%7.3f%% [%.3f, %.3f]".formatted(100 * value(), 100 * low(), 100 * high());
  }
}
