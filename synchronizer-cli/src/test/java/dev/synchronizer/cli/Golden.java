package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what is expected, and are written anew with {@code -Dgolden.update}. */
final class Golden {
    private Golden() {}

    static void check(Path file, String expected, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        } else {
            assertThat(actual).as(file.toString()).isEqualTo(expected);
        }
    }
}
