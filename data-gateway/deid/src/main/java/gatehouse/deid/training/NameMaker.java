package gatehouse.deid.training;

import gatehouse.deid.names.NameCharacters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes up names: common and rare surnames, modern, historical and rare given names, others. */
final class NameMaker {
  private final Random random;
  private final List<String> surnames = NameCharacters.surnames();
  private final String characters = NameCharacters.givenCharacters();
  private final List<String> given;
  private final List<String> historical;
  private final List<String> words;
  private final List<String> pieces;
  private final List<String> whole;
  private final List<String> own;

  NameMaker(Path folder, Random random) throws IOException {
    this.random = random;
    given = WordFile.words(folder.resolve("given-faker.txt"));
    historical = WordFile.words(folder.resolve("given-historical.txt"));
    Map<String, List<String>> other = WordFile.byKey(folder.resolve("other.txt"));
    words = other.getOrDefault("WORD", List.of());
    pieces = other.getOrDefault("PIECE", List.of());
    whole = other.getOrDefault("WHOLE", List.of());
    Path list = folder.resolve("own.txt");
    own = Files.exists(list) ? WordFile.words(list) : List.of();
  }

  /** A full name. */
  String name() {
    int dice = random.nextInt(1000);
    if (dice < 40) {
      return pick(pieces) + '·' + pick(pieces) + (random.nextInt(4) == 0 ? '·' + pick(pieces) : "");
    }
    if (dice < 70) {
      return pick(whole);
    }
    if (dice < 95) {
      return pick(words);
    }
    if (dice < 200 && !own.isEmpty()) {
      return pick(own);
    }
    return surname() + given();
  }

  /** Frequent surnames stand first in the list: half of the draws favour them. */
  String surname() {
    int size = surnames.size();
    if (random.nextBoolean()) {
      double share = random.nextDouble();
      return surnames.get((int) (share * share * share * Math.min(size, 200)));
    }
    return surnames.get(random.nextInt(size));
  }

  private String given() {
    int dice = random.nextInt(100);
    if (dice < 22) {
      return pick(given);
    }
    if (dice < 36) {
      return character();
    }
    if (dice < 50) {
      return pick(historical);
    }
    if (dice < 54) {
      return random.nextBoolean() ? rare() : rare() + character();
    }
    return character() + character();
  }

  private String character() {
    int at = random.nextInt(characters.length());
    return characters.substring(at, at + 1);
  }

  /** Any ideograph, now and then one outside the basic plane. */
  private String rare() {
    int point =
        random.nextInt(5) == 0 ? 0x20000 + random.nextInt(0xA6D0) : 0x4E00 + random.nextInt(0x51A0);
    return new String(Character.toChars(point));
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
