package gatehouse.faults.plant;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** The agent: changes one class while the service loads it. */
public final class PlantAgent {
  private static final int NOT_PLANTED = 70;

  private PlantAgent() {}

  /** Called by the JVM before the service's own main. */
  public static void premain(String label, Instrumentation instrumentation) {
    Plant plant = Plant.labelled(label);
    System.err.println("A bug is planted on purpose: " + label);
    instrumentation.addTransformer(new Planting(plant));
  }

  private record Planting(Plant plant) implements ClassFileTransformer {
    @Override
    public byte @Nullable [] transform(
        @Nullable ClassLoader loader,
        String name,
        @Nullable Class<?> redefined,
        @Nullable ProtectionDomain domain,
        byte[] bytes) {
      if (!plant.type().equals(name)) {
        return null;
      }
      try {
        return Surgery.on(plant, bytes);
      } catch (RuntimeException e) {
        // The JVM would go on without the bug, and the harness would prove nothing.
        System.err.println("The bug could not be planted: " + e);
        Runtime.getRuntime().halt(NOT_PLANTED);
        return null;
      }
    }
  }
}
