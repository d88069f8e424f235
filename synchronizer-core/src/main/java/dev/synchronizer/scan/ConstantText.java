package dev.synchronizer.scan;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;

/** The constants of code as text, in a form that no release of Java or ASM changes. */
final class ConstantText {
    private ConstantText() {}

    static String of(Object constant) {
        if (constant instanceof Type type) {
            return "type " + type.getDescriptor();
        }
        if (constant instanceof Handle handle) {
            return "handle " + handle.getTag() + " " + handle.getOwner() + " " + handle.getName() + " "
                    + handle.getDesc();
        }
        if (constant instanceof ConstantDynamic dynamic) {
            Object[] arguments = new Object[dynamic.getBootstrapMethodArgumentCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = dynamic.getBootstrapMethodArgument(i);
            }
            return called(dynamic.getName(), dynamic.getDescriptor(), dynamic.getBootstrapMethod(), arguments);
        }
        if (constant instanceof Float number) {
            return "float " + Float.floatToRawIntBits(number);
        }
        if (constant instanceof Double number) {
            return "double " + Double.doubleToRawLongBits(number);
        }
        if (constant instanceof String text) {
            return "text " + text.length() + " " + text;
        }
        return (constant instanceof Long ? "long " : "int ") + constant;
    }

    /** What a call or constant is linked by when it is first needed. */
    static String called(String name, String descriptor, Handle bootstrap, Object... arguments) {
        StringBuilder text = new StringBuilder("dynamic ")
                .append(name)
                .append(' ')
                .append(descriptor)
                .append(' ')
                .append(of(bootstrap));
        for (Object argument : arguments) {
            text.append(" [").append(of(argument)).append(']');
        }
        return text.toString();
    }
}
