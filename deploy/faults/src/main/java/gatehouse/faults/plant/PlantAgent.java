package gatehouse.faults.plant;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The agent: changes one class while the service loads it. */
public final class PlantAgent {
  /** The option that puts a service's clock under a file's control, and that file's property. */
  public static final String CLOCK = "gatehouse.faults.clock";

  private static final int NOT_PLANTED = 70;

  private PlantAgent() {}

  /**
   * Called by the JVM before the service's own main.
   *
   * @param option the label of a bug, or {@link #CLOCK}, an equals sign and a file
   */
  public static void premain(String option, Instrumentation instrumentation) {
    if (option.startsWith(CLOCK + "=")) {
      System.setProperty(CLOCK, option.substring(CLOCK.length() + 1));
      instrumentation.addTransformer(new Changing(Surgery.CLOCKS, Surgery::clock));
      return;
    }
    Plant plant = Plant.labelled(option);
    System.err.println("A bug is planted on purpose: " + option);
    instrumentation.addTransformer(new Changing(plant.type(), bytes -> Surgery.on(plant, bytes)));
  }

  private record Changing(String type, UnaryOperator<byte[]> surgery)
      implements ClassFileTransformer {
    @Override
    public byte @Nullable [] transform(
        @Nullable ClassLoader loader,
        String name,
        @Nullable Class<?> redefined,
        @Nullable ProtectionDomain domain,
        byte[] bytes) {
      if (!type.equals(name)) {
        return null;
      }
      try {
        return surgery.apply(bytes);
      } catch (RuntimeException e) {
        // The JVM would go on unchanged, and the harness would prove nothing.
        System.err.println(type + " could not be changed: " + e);
        Runtime.getRuntime().halt(NOT_PLANTED);
        return null;
      }
    }
  }
}
