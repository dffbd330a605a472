package gatehouse.deid.known;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows of the patient a text is about. Blank values are ignored. It is personal
 * data: {@link #toString()} tells counts only.
 */
public final class KnownIdentifiers {
  private static final KnownIdentifiers NONE = builder().build();

  private final List<String> names;
  private final List<String> kin;
  private final List<String> phones;
  private final List<String> idNumbers;
  private final List<String> recordNumbers;
  private final List<String> addresses;

  /** Made on first use; making it twice does no harm. */
  private volatile @Nullable KnownMatcher matcher;

  private KnownIdentifiers(Builder builder) {
    names = List.copyOf(builder.names);
    kin = List.copyOf(builder.kin);
    phones = List.copyOf(builder.phones);
    idNumbers = List.copyOf(builder.idNumbers);
    recordNumbers = List.copyOf(builder.recordNumbers);
    addresses = List.copyOf(builder.addresses);
  }

  /** Nothing is known. */
  public static KnownIdentifiers none() {
    return NONE;
  }

  /** Starts an empty set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Names of the patient. */
  public List<String> names() {
    return names;
  }

  /** Names of relatives and contacts. */
  public List<String> kin() {
    return kin;
  }

  /** Phone numbers of the patient and relatives. */
  public List<String> phones() {
    return phones;
  }

  /** Numbers of identity cards, passports, permits, insurance. */
  public List<String> idNumbers() {
    return idNumbers;
  }

  /** Inpatient, outpatient and record numbers. */
  public List<String> recordNumbers() {
    return recordNumbers;
  }

  /** Addresses in one line each. */
  public List<String> addresses() {
    return addresses;
  }

  /** The matcher for these values, made once for all texts of a request. */
  KnownMatcher matcher() {
    KnownMatcher made = matcher;
    if (made == null) {
      made = new KnownMatcher(this);
      matcher = made;
    }
    return made;
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return names.isEmpty()
        && kin.isEmpty()
        && phones.isEmpty()
        && idNumbers.isEmpty()
        && recordNumbers.isEmpty()
        && addresses.isEmpty();
  }

  @Override
  public String toString() {
    return "KnownIdentifiers[names=%d, kin=%d, phones=%d, idNumbers=%d, recordNumbers=%d, addresses=%d]"
        .formatted(
            names.size(),
            kin.size(),
            phones.size(),
            idNumbers.size(),
            recordNumbers.size(),
            addresses.size());
  }

  /** Collects values; every method may be called more than once. */
  public static final class Builder {
    private final List<String> names = new ArrayList<>();
    private final List<String> kin = new ArrayList<>();
    private final List<String> phones = new ArrayList<>();
    private final List<String> idNumbers = new ArrayList<>();
    private final List<String> recordNumbers = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    private Builder() {}

    /** A name of the patient. */
    public Builder name(String value) {
      return add(names, value);
    }

    /** The name of a relative or contact. */
    public Builder kin(String value) {
      return add(kin, value);
    }

    /** A phone number. */
    public Builder phone(String value) {
      return add(phones, value);
    }

    /** The number of an identity card, passport, permit or insurance. */
    public Builder idNumber(String value) {
      return add(idNumbers, value);
    }

    /** An inpatient, outpatient or record number. */
    public Builder recordNumber(String value) {
      return add(recordNumbers, value);
    }

    /** An address in one line. */
    public Builder address(String value) {
      return add(addresses, value);
    }

    /** The set of what was given. */
    public KnownIdentifiers build() {
      return new KnownIdentifiers(this);
    }

    private Builder add(List<String> values, String value) {
      if (!value.isBlank()) {
        values.add(value);
      }
      return this;
    }
  }
}
