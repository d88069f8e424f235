package dev.synchronizer.staging.directory;

import java.util.regex.Pattern;

/**
 * Chooses paths of a directory: a path means itself and all that is below it, {@code *} anything but a slash, {@code **}
 * anything, and {@code ?} one character.
 */
record PathPattern(String text, Pattern pattern) {
    static PathPattern of(String text) {
        String path = text.startsWith("/") ? text.substring(1) : text;
        String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return new PathPattern(text, Pattern.compile(expression(whole) + "(?:/.*)?"));
    }

    private static String expression(String glob) {
        StringBuilder expression = new StringBuilder();
        int at = 0;
        while (at < glob.length()) {
            char letter = glob.charAt(at);
            if (glob.startsWith("**/", at)) {
                expression.append("(?:.*/)?");
                at += 2;
            } else if (glob.startsWith("**", at)) {
                expression.append(".*");
                at++;
            } else if (letter == '*') {
                expression.append("[^/]*");
            } else if (letter == '?') {
                expression.append("[^/]");
            } else {
                expression.append(Pattern.quote(String.valueOf(letter)));
            }
            at++;
        }
        return expression.toString();
    }

    boolean fits(String path) {
        return pattern.matcher(path).matches();
    }
}
