package gatehouse.admission.person;

/** The person of the present request. */
public interface SignedIn {
  Person person();
}
