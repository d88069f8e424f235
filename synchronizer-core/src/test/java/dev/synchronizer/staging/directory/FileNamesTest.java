package dev.synchronizer.staging.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Names of files that every file system can hold and tell apart. */
class FileNamesTest {
    private static final List<String> PARTS = List.of(
            "a",
            "A",
            "b",
            "B",
            "-",
            "_",
            "%",
            "~",
            ".",
            " ",
            "con",
            "Con",
            "NUL",
            "com1",
            "0",
            "\u00e4",
            "\u00c4",
            "a\u0308",
            "\ud83d\ude00",
            "/",
            "\\",
            ":",
            "*",
            "?",
            "\"",
            "<",
            "|",
            "\u0000",
            "\u007f",
            "\u0131",
            "\u212a",
            "x".repeat(70));

    @Test
    void ordinaryNamesStayReadable() {
        assertThat(FileNames.ofType("LandingPage")).isEqualTo("landing-page");
        assertThat(FileNames.ofType("Landingpage")).isEqualTo("landingpage");
        assertThat(FileNames.ofType("landingPage")).isEqualTo("_landing-page");
        assertThat(FileNames.ofPart("landingPage")).isEqualTo("landing-page");
        assertThat(FileNames.ofPart("URL")).isEqualTo("_u-r-l");
        assertThat(FileNames.ofPart("a b-c.d")).isEqualTo("a%20b%2dc%2ed");
    }

    @Test
    void devicesOfWindowsAreNames() {
        assertThat(FileNames.ofType("Con")).isEqualTo("%43on");
        assertThat(FileNames.ofPart("lpt1")).isEqualTo("%6cpt1");
        assertThat(FileNames.ofPart("console")).isEqualTo("console");
    }

    @Test
    void longNamesAreCutAndStillTheirOwn() {
        String name = "A".repeat(400);
        assertThat(FileNames.ofType(name)).hasSizeLessThan(120).isNotEqualTo(FileNames.ofType(name + "A"));
    }

    @Test
    void namesDifferWhereverTheyDoEvenWhereCaseIsNotSeen() {
        differ(FileNames::ofType, new Random(1));
        differ(FileNames::ofPart, new Random(2));
    }

    private static void differ(UnaryOperator<String> names, Random random) {
        Map<String, String> byFile = new HashMap<>();
        for (int round = 0; round < 200_000; round++) {
            StringBuilder name = new StringBuilder();
            int parts = 1 + random.nextInt(4);
            for (int part = 0; part < parts; part++) {
                name.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            String file = names.apply(name.toString());
            assertThat(file).matches("[a-z0-9%~_-]{1,110}");
            String other = byFile.put(file.toLowerCase(Locale.ROOT), name.toString());
            assertThat(other == null || other.equals(name.toString()))
                    .as(() -> file + " stands for " + other + " and " + name)
                    .isTrue();
        }
    }
}
