package gatehouse.lease.bench;

import gatehouse.lease.Fact;

/** A kind of no that an owner can be told, such as a stop or a withdrawal. */
public interface No {

  /** A fresh key that nobody has denied yet, as {@link #keyOf} will give it. */
  String freshKey();

  /**
   * Says no over HTTP and returns when the owner has answered.
   *
   * @return the path under which the owner tells how far the no has come
   */
  String say(String key);

  /** Whether every gateway has it, as the owner says under the path. */
  boolean isEnforced(String path);

  /** What the fact denies. */
  String keyOf(Fact fact);

  /** Whatever has to be cleared away between two measurements. */
  void tidy();
}
