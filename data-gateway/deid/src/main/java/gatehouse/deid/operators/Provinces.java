package gatehouse.deid.operators;

import gatehouse.deid.normalise.NormalText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The province at the start of an address, also where the address begins below it. */
final class Provinces {
  private static final int LONGEST = 12;
  private static final Map<String, String> BY_NAME = read();

  private Provinces() {}

  /** The province; 某地 where the start of the address tells none. */
  static String of(String address) {
    NormalText text = NormalText.of(address);
    for (int length = Math.min(LONGEST, text.length()); length >= 2; length--) {
      String province = BY_NAME.get(text.slice(0, length));
      if (province != null) {
        return province;
      }
    }
    return "某地";
  }

  private static Map<String, String> read() {
    try (InputStream in = Provinces.class.getResourceAsStream("provinces.txt")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks provinces.txt");
      }
      Map<String, String> provinces = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", -1))
          .forEach(names -> {
            for (String name : names) {
              provinces.put(name, names[0]);
            }
          });
      return provinces;
    } catch (IOException e) {
      throw new IllegalStateException("provinces.txt cannot be read", e);
    }
  }
}
