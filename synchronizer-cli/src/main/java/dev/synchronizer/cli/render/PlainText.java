package dev.synchronizer.cli.render;

/**
 * Text of models, files and servers as a terminal may be given it: what would move its cursor, colour it or turn the
 * direction of writing is written out, so that nothing in a plan can hide another part of it.
 */
public final class PlainText {
    private PlainText() {}

    /** The same text, of as many lines, without characters that are no text. */
    public static String of(String text) {
        String lines = text.replace("\r\n", "\n");
        if (lines.codePoints().noneMatch(PlainText::steers)) {
            return lines;
        }
        StringBuilder plain = new StringBuilder();
        lines.codePoints().forEach(c -> {
            if (steers(c)) {
                plain.append("\\u%04X".formatted(c));
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }

    private static boolean steers(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean separator = c == 0x2028 || c == 0x2029;
        boolean direction = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return control || separator || direction;
    }
}
