package gatehouse.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The leaves and roots are the test vectors of Certificate Transparency's reference implementation
 * (google/certificate-transparency, merkletree tests), which RFC 9162 keeps.
 */
class FrontierTest {

  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void rootsAreThoseOfTheReferenceVectors() {
    Frontier tree = new Frontier();

    for (int i = 0; i < LEAVES.size(); i++) {
      tree.add(bytes(LEAVES.get(i)));
      assertThat(hex(tree.root())).isEqualTo(ROOTS.get(i));
    }
  }

  @Test
  void theEmptyTreeHasTheHashOfNothing() {
    assertThat(hex(new Frontier().root()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void aLeafIsHashedBehindAZeroByte() {
    assertThat(hex(new Frontier().add(new byte[0])))
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  }

  @Test
  void aTreeGoesOnFromItsPeaks() {
    for (int kept = 0; kept < LEAVES.size(); kept++) {
      Frontier before = new Frontier();
      LEAVES.subList(0, kept).forEach(leaf -> before.add(bytes(leaf)));

      Frontier after = new Frontier(before.size(), before.peaks());
      LEAVES.subList(kept, LEAVES.size()).forEach(leaf -> after.add(bytes(leaf)));

      assertThat(hex(after.root())).isEqualTo(ROOTS.getLast());
    }
  }

  @Test
  void peaksOfAnotherSizeAreRefused() {
    assertThatThrownBy(() -> new Frontier(3, new byte[32]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
