package gatehouse.incident.call;

/** Tells others of calls. */
public interface CallEvents {
  void called(Call call);
}
