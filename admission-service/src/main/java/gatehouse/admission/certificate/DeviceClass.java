package gatehouse.admission.certificate;

/** Management class of a registered medical device. Class I is filed, not registered. */
public enum DeviceClass {
  II('2'),
  III('3');

  private final char digit;

  DeviceClass(char digit) {
    this.digit = digit;
  }

  char digit() {
    return digit;
  }
}
