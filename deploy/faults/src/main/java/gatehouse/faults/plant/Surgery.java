package gatehouse.faults.plant;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.concurrent.atomic.AtomicInteger;

/** What each bug changes in the bytes of its class. */
final class Surgery {
  private static final String QUEUE = "FROM journal.pending p ";
  private static final String CURSOR =
      "FROM (SELECT position FROM journal.entries WHERE position >"
          + " (SELECT coalesce(max(position), 0) FROM journal.leaves)) p ";

  private Surgery() {}

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
              case NO_INBOX -> answeringTrue("enter", changes);
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
    return (type, element) -> {
      if (element instanceof MethodModel found && found.methodName().equalsString(method)) {
        type.withMethodBody(
            found.methodName(),
            found.methodType(),
            found.flags().flagsMask(),
            code -> code.iconst_1().ireturn());
        changes.incrementAndGet();
      } else {
        type.with(element);
      }
    };
  }

  private static ClassTransform returningField(String method, String field, AtomicInteger changes) {
    return (type, element) -> {
      if (element instanceof MethodModel found && found.methodName().equalsString(method)) {
        MethodTypeDesc signature = found.methodTypeSymbol();
        ClassDesc owner = found.parent().orElseThrow().thisClass().asSymbol();
        type.withMethodBody(
            found.methodName(),
            found.methodType(),
            found.flags().flagsMask(),
            code -> code.aload(0).getfield(owner, field, signature.returnType()).areturn());
        changes.incrementAndGet();
      } else {
        type.with(element);
      }
    };
  }
}
