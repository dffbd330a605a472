package gatehouse.gateway.egress;

import gatehouse.deid.known.KnownIdentifiers;
import java.util.List;
import java.util.stream.Stream;

/** What the caller knows of the patient. Personal data: {@link #toString()} tells counts only. */
public record KnownOfPatient(
    List<String> names,
    List<String> kin,
    List<String> phones,
    List<String> idNumbers,
    List<String> recordNumbers,
    List<String> addresses) {
  public KnownOfPatient {
    names = List.copyOf(names);
    kin = List.copyOf(kin);
    phones = List.copyOf(phones);
    idNumbers = List.copyOf(idNumbers);
    recordNumbers = List.copyOf(recordNumbers);
    addresses = List.copyOf(addresses);
  }

  /** Nothing is known. */
  public static KnownOfPatient nothing() {
    List<String> none = List.of();
    return new KnownOfPatient(none, none, none, none, none, none);
  }

  /** With one more record number: the id under which the patient was named. */
  public KnownOfPatient withRecordNumber(String number) {
    List<String> more = Stream.concat(recordNumbers.stream(), Stream.of(number)).toList();
    return new KnownOfPatient(names, kin, phones, idNumbers, more, addresses);
  }

  /** Every value. */
  public List<String> all() {
    return Stream.of(names, kin, phones, idNumbers, recordNumbers, addresses)
        .flatMap(List::stream)
        .toList();
  }

  KnownIdentifiers forEngine() {
    KnownIdentifiers.Builder builder = KnownIdentifiers.builder();
    names.forEach(builder::name);
    kin.forEach(builder::kin);
    phones.forEach(builder::phone);
    idNumbers.forEach(builder::idNumber);
    recordNumbers.forEach(builder::recordNumber);
    addresses.forEach(builder::address);
    return builder.build();
  }

  @Override
  public String toString() {
    return "KnownOfPatient[" + all().size() + " values]";
  }
}
