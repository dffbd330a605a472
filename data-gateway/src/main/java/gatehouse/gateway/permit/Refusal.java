package gatehouse.gateway.permit;

import gatehouse.gateway.standing.OwnerAnswer.Cause;
import gatehouse.gateway.standing.OwnerReason;
import java.util.List;

/** One reason why a call may not run. */
public sealed interface Refusal {

  /** Stable code, such as {@code STOPPED}. */
  String code();

  /** Clauses that ask for the refusal. */
  List<String> clauses();

  /** The gateway's own reasons; their texts stand in the message bundles under the code. */
  enum Code {
    STOPPED("G-51"),
    STANDING_CHANGED("G-02"),
    CONSENT_CHANGED("E-39", "G-41"),
    OWNER_UNREACHABLE("G-37"),
    OWNER_TIMEOUT("G-37"),
    OWNER_UNREADABLE("G-37"),
    APPLICATION_UNKNOWN("G-43"),
    PATIENT_REQUIRED("G-37"),
    USER_REQUIRED("G-27", "G-59", "G-60"),
    SUPERVISOR_REQUIRED("G-31"),
    NOT_MINIMAL("E-20"),
    DESTINATION_UNKNOWN("G-42"),
    DEPLOYMENT_NOT_ADMITTED("G-02", "G-42"),
    DESTINATION("G-42", "G-43"),
    CROSS_BORDER("E-58", "G-42"),
    SENSITIVE("G-44"),
    RAW_EGRESS("G-44"),
    IDENTIFIER_FOUND("G-42", "G-44"),
    FIELD_NOT_ALLOWED("G-44"),
    HOSTED_TOOL("G-42"),
    REMOTE_CONTENT("G-42"),
    MEDIA_NOT_ALLOWED("G-44"),
    STORED_CONVERSATION("G-42", "G-44"),
    TOKEN_IDS("G-44"),
    SCANNER_DOWN("G-44"),
    QUARANTINED("G-44"),
    KEY_REVOKED("G-42");

    private final String clauses;

    Code(String... clauses) {
      this.clauses = String.join(" ", clauses);
    }
  }

  /** In an owner's words. */
  record ByOwner(OwnerReason reason) implements Refusal {
    @Override
    public String code() {
      return reason.code();
    }

    @Override
    public List<String> clauses() {
      return reason.clauses();
    }
  }

  /** The gateway's own. */
  record ByGateway(Code which) implements Refusal {
    @Override
    public String code() {
      return which.name();
    }

    @Override
    public List<String> clauses() {
      return List.of(which.clauses.split(" ", -1));
    }
  }

  /** Of an owner that gave no usable answer. */
  public static Refusal silence(Cause cause) {
    return of(
        switch (cause) {
          case UNREACHABLE -> Code.OWNER_UNREACHABLE;
          case TIMEOUT -> Code.OWNER_TIMEOUT;
          case UNREADABLE -> Code.OWNER_UNREADABLE;
        });
  }

  /** The gateway's own. */
  public static Refusal of(Code code) {
    return new ByGateway(code);
  }

  /** In an owner's words. */
  public static List<Refusal> of(List<OwnerReason> reasons) {
    return reasons.stream().<Refusal>map(ByOwner::new).toList();
  }
}
