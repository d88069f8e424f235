package dev.synchronizer.staging.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns of paths. */
class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        "items, items/a/b.json, true",
        "items/, items/a/b.json, true",
        "/items, items/a/b.json, true",
        "item, items/a/b.json, false",
        "items/*, items/a/b.json, true",
        "items/*.json, items/a/b.json, false",
        "items/**/*.json, items/a/b/c.json, true",
        "items/**/*.json, items/c.json, true",
        "**/b.json, items/a/b.json, true",
        "**/b.json, items/a/ab.json, false",
        "items/?/b.json, items/a/b.json, true",
        "items/?/b.json, items/aa/b.json, false",
        "items/a.b, items/aXb, false",
        "**, rules/x.json, true"
    })
    void choosePathsAndAllBelow(String pattern, String path, boolean fits) {
        assertThat(PathPattern.of(pattern).fits(path)).isEqualTo(fits);
    }
}
