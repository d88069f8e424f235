package dev.synchronizer.archive;

import org.jspecify.annotations.Nullable;

/** The name and version of a module, as far as one source says them; null is unsaid. */
public record ModuleIdentity(
        @Nullable String name, @Nullable String version) {
    public static ModuleIdentity of(String name, String version) {
        return new ModuleIdentity(orNull(name), orNull(version));
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** This identity, and from the other one what this one leaves unsaid. */
    public ModuleIdentity or(ModuleIdentity other) {
        return new ModuleIdentity(name == null ? other.name : name, version == null ? other.version : version);
    }

    public boolean saysNothing() {
        return name == null && version == null;
    }

    /** Splits {@code name-1.2.3.jar} at the first hyphen before a number that ends at a dot, a hyphen or the end. */
    static ModuleIdentity ofFileName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        for (int hyphen = stem.indexOf('-'); hyphen > 0; hyphen = stem.indexOf('-', hyphen + 1)) {
            if (startsWithNumber(stem, hyphen + 1)) {
                return of(stem.substring(0, hyphen), stem.substring(hyphen + 1));
            }
        }
        return of(stem, "");
    }

    private static boolean startsWithNumber(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at > from && (at == text.length() || text.charAt(at) == '.' || text.charAt(at) == '-');
    }
}
