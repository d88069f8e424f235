package dev.synchronizer.scan;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a method is to a property, by its name and signature.
 *
 * @param kind getter, setter or neither
 * @param property the name of the property that it belongs to
 * @param type what it gives or takes
 */
record MethodShape(Member.Kind kind, String property, JavaType type) {
    private static final Set<String> BOOLEANS = Set.of("boolean", "java.lang.Boolean");

    /**
     * @param components names of the record's components, whose accessors keep their names
     * @param isOwnType tells whether a setter that returns a type is a fluent one
     */
    static MethodShape of(
            String name,
            String descriptor,
            @Nullable String signature,
            List<String> components,
            Predicate<JavaType> isOwnType) {
        boolean hasOwnTypeParameters = signature != null && signature.startsWith("<");
        List<JavaType> types =
                TypeSignature.ofMethod(signature == null || hasOwnTypeParameters ? descriptor : signature);
        JavaType returned = types.get(types.size() - 1);
        if (types.size() == 1 && !components.contains(name)) {
            String property = getterOf(name, returned.erasure());
            if (!property.isEmpty()) {
                return new MethodShape(Member.Kind.GETTER, property, returned);
            }
        }
        if (types.size() == 2) {
            String property = BeanNames.behind("set", name);
            boolean fits = returned.erasure().equals("void") || isOwnType.test(returned);
            if (fits && !property.isEmpty()) {
                return new MethodShape(Member.Kind.SETTER, property, types.get(0));
            }
        }
        return new MethodShape(Member.Kind.OTHER, name, returned);
    }

    private static String getterOf(String name, String returned) {
        if (returned.equals("void")) {
            return "";
        }
        String property = BeanNames.behind("get", name);
        return property.isEmpty() && BOOLEANS.contains(returned) ? BeanNames.behind("is", name) : property;
    }
}
