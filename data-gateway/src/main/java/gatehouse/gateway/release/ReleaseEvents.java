package gatehouse.gateway.release;

import gatehouse.gateway.permit.Caller;

/** Tells of tokens, in the caller's transaction. */
public interface ReleaseEvents {
  /** A record system got a token. The spending is told by the output's release. */
  void issued(ReleaseToken token, Caller by);
}
