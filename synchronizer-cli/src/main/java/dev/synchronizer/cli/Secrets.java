package dev.synchronizer.cli;

import java.util.regex.Pattern;

/** Keeps passwords out of whatever is shown. */
final class Secrets {
    private static final Pattern PARAMETER = Pattern.compile("(?i)([a-z_]*(?:password|pwd|secret|token)=)[^&;\\s\"']*");
    private static final Pattern USER_INFO = Pattern.compile("(//[^/@:\\s]+:)[^/@\\s]+@");

    private Secrets() {}

    /** The text with the passwords of any database URL in it masked. */
    static String mask(String text) {
        String masked = PARAMETER.matcher(text).replaceAll("$1***");
        return USER_INFO.matcher(masked).replaceAll("$1***@");
    }
}
