package dev.synchronizer.scan;

import java.util.Locale;

/** The names that JavaBeans give to properties. */
public final class BeanNames {
    private BeanNames() {}

    /** The property of a method whose name starts with a prefix, such as {@code URL} of {@code getURL}; else empty. */
    public static String behind(String prefix, String method) {
        boolean fits = method.startsWith(prefix) && method.length() > prefix.length();
        return fits ? decapitalize(method.substring(prefix.length())) : "";
    }

    private static String decapitalize(String name) {
        boolean abbreviation =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return abbreviation ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
