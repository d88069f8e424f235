package dev.synchronizer.exchange;

/** Texts of strangers, as logs and messages show them: short, and on one line. */
final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    static String of(String text) {
        return of(text, LONGEST);
    }

    static String of(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (shown.length() >= longest) {
                return shown.append('…').toString();
            }
            char each = text.charAt(i);
            if (each >= ' ' && each < 0x7f && each != '\\') {
                shown.append(each);
            } else {
                shown.append("\\u%04x".formatted((int) each));
            }
        }
        return shown.toString();
    }
}
