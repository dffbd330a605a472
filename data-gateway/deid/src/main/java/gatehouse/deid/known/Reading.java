package gatehouse.deid.known;

/** The ways to read a text when looking for known values. */
enum Reading {
  /** Without what people write between the characters of a value: blanks, hyphens, dots. */
  NARROW,
  /** Also without any other sign, HTML tag and entity. */
  WIDE,
  /** Wide, and without the digits 1 to 5 behind a letter, which are tones in pinyin. */
  TONELESS,
  /** Wide, and without the keys of JSON: a value may be split over several members. */
  VALUES,
  /** Wide, with numerals as digits and one word for each part of a building. */
  COUNTED
}
