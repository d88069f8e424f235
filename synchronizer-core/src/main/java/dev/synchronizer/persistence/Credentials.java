package dev.synchronizer.persistence;

import dev.synchronizer.problem.SafeWords;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps passwords out of whatever people read. */
final class Credentials {
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");
    private static final Pattern PARAMETERS = Pattern.compile("[?;].*", Pattern.DOTALL);

    private Credentials() {}

    /** The URL without its parameters and without user and password before the host. */
    static String withoutParameters(@Nullable String url) {
        if (url == null) {
            return "";
        }
        return USER_INFO.matcher(PARAMETERS.matcher(url).replaceFirst("")).replaceAll("//");
    }

    /** The text with the values of anything that looks like a password hidden. */
    static String hidden(String text) {
        return SafeWords.withoutPasswords(text);
    }
}
