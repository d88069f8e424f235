package dev.synchronizer.exchange;

import java.util.regex.Pattern;

/** How servers may be named, so that a name stands in a header, and in a line that is signed, as it is. */
final class ServerName {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private ServerName() {}

    static boolean fits(String name) {
        return FORM.matcher(name).matches();
    }

    static String checked(String name) {
        if (!fits(name)) {
            throw new IllegalArgumentException(
                    "\"" + Shown.of(name) + "\" is no name of a server; take up to 100 letters"
                            + " from A to Z, digits, dots, hyphens and underscores, a letter or a digit first");
        }
        return name;
    }
}
