package dev.synchronizer.cli;

import java.util.regex.Pattern;

/** Keeps passwords out of whatever is shown. */
final class Secrets {
    private static final String NAME = "(?i)([a-z_]*(?:password|pwd|secret|token)=)";

    /** A password can hold whatever does not end it, so that much is masked, if need be to the end of the line. */
    private static final Pattern PARAMETER = Pattern.compile(NAME + "[^&\\n]*");

    private static final Pattern PARAMETER_OF_H2 = Pattern.compile(NAME + "[^;\\n]*");
    private static final Pattern USER_INFO = Pattern.compile("(//[^/@:\\s]*:)[^\\s]+@");

    private Secrets() {}

    /** The text with the passwords of any database URL in it masked. */
    static String mask(String text) {
        Pattern parameter = text.contains("jdbc:h2:") ? PARAMETER_OF_H2 : PARAMETER;
        String masked = parameter.matcher(text).replaceAll("$1***");
        return USER_INFO.matcher(masked).replaceAll("$1***@");
    }
}
