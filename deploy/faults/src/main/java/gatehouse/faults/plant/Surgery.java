package gatehouse.faults.plant;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** What each bug changes in the bytes of its class. */
final class Surgery {
  private static final String QUEUE = "FROM journal.pending p ";
  private static final String CURSOR =
      "FROM (SELECT position FROM journal.entries WHERE position >"
          + " (SELECT coalesce(max(position), 0) FROM journal.leaves)) p ";

  /** The one class of a service that asks the machine for the time. */
  static final String CLOCKS = "gatehouse/web/IdsAndTime";

  private Surgery() {}

  /**
   * That class with a clock that can be shifted.
   *
   * @throws IllegalStateException if it has no such method
   */
  static byte[] clock(byte[] bytes) {
    AtomicInteger changes = new AtomicInteger();
    ClassFile classes = ClassFile.of();
    ClassDesc shifted = ClassDesc.of(ShiftedClock.class.getName());
    byte[] after =
        classes.transformClass(
            classes.parse(bytes),
            withBody(
                "clock",
                changes,
                (found, code) ->
                    code.invokestatic(
                            shifted,
                            "ofService",
                            MethodTypeDesc.of(found.methodTypeSymbol().returnType()))
                        .areturn()));
    if (changes.get() == 0) {
      throw new IllegalStateException("nobody asks for the time there: " + CLOCKS);
    }
    return after;
  }

  /**
   * The changed class.
   *
   * @throws IllegalStateException if the class has not the place that the bug needs
   */
  static byte[] on(Plant plant, byte[] bytes) {
    AtomicInteger changes = new AtomicInteger();
    ClassFile classes = ClassFile.of();
    ClassModel before = classes.parse(bytes);
    byte[] after =
        classes.transformClass(
            before,
            switch (plant) {
              case CURSOR_RELAY -> replacing(QUEUE, CURSOR, changes);
              case NO_INBOX -> answeringTrue("isNew", changes);
              case NO_LEASE_CHECK -> returningField("state", "taken", changes);
            });
    if (changes.get() == 0) {
      throw new IllegalStateException("the place is gone: " + plant.type());
    }
    return after;
  }

  private static ClassTransform replacing(String old, String other, AtomicInteger changes) {
    return ClassTransform.transformingMethodBodies((code, element) -> {
      if (element instanceof ConstantInstruction.LoadConstantInstruction load
          && load.constantValue() instanceof String text
          && text.contains(old)) {
        code.loadConstant(text.replace(old, other));
        changes.incrementAndGet();
      } else {
        code.with(element);
      }
    });
  }

  private static ClassTransform answeringTrue(String method, AtomicInteger changes) {
    return withBody(method, changes, (_, code) -> code.iconst_1().ireturn());
  }

  private static ClassTransform returningField(String method, String field, AtomicInteger changes) {
    return withBody(
        method,
        changes,
        (found, code) -> {
          ClassDesc owner = found.parent().orElseThrow().thisClass().asSymbol();
          code.aload(0).getfield(owner, field, found.methodTypeSymbol().returnType()).areturn();
        });
  }

  private static ClassTransform withBody(
      String method, AtomicInteger changes, BiConsumer<MethodModel, CodeBuilder> body) {
    return (type, element) -> {
      if (element instanceof MethodModel found && found.methodName().equalsString(method)) {
        type.withMethodBody(
            found.methodName(),
            found.methodType(),
            found.flags().flagsMask(),
            code -> body.accept(found, code));
        changes.incrementAndGet();
      } else {
        type.with(element);
      }
    };
  }
}
