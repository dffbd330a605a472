package gatehouse.rules;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizesTest {
  @TempDir Path sources;

  @Test
  void thisModuleIsSmallEnough() {
    Sizes.check(Path.of("src/main/java"));
  }

  @Test
  void longFileIsTold() throws IOException {
    Files.writeString(sources.resolve("Long.java"), "class Long {\n" + "\n".repeat(300) + "}\n");
    assertTold("302 lines");
  }

  @Test
  void longMethodIsTold() throws IOException {
    Files.writeString(
        sources.resolve("A.java"),
        "class A {\n  void run(int a) {\n" + "    a++;\n".repeat(39) + "  }\n}\n");
    assertTold("a method of 41 lines");
  }

  @Test
  void fullPackageIsTold() throws IOException {
    for (int i = 0; i < 16; i++) {
      Files.writeString(sources.resolve("T" + i + ".java"), "class T" + i + " {}\n");
    }
    assertTold("16 types");
  }

  private void assertTold(String what) {
    AssertionError told = assertThrows(AssertionError.class, () -> Sizes.check(sources));
    assertTrue(String.valueOf(told.getMessage()).contains(what), told::toString);
  }
}
