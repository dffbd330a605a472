package gatehouse.consent.subject;

/** What came of a request's naming of a person. */
public sealed interface SubjectResult {

  /** The person is named, and whoever asks may speak for them. */
  record Found(SubjectRef subject) implements SubjectResult {}

  /** Nobody is named, or in two different ways. */
  record Unnamed() implements SubjectResult {}

  /** A patient asks for somebody else. */
  record NotOwn() implements SubjectResult {}
}
