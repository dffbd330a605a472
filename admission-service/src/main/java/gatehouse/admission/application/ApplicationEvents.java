package gatehouse.admission.application;

/** Tells others how an application stands, in the transaction of the change. */
public interface ApplicationEvents {
  void registered(Application application);

  void accessDeclared(Application application);

  void tiered(Application application);

  void statusChanged(Application application);
}
