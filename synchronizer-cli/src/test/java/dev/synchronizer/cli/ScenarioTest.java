package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of {@code scenarios/} shows what its commands do; {@code -Dgolden.update} writes it anew. */
class ScenarioTest {
    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

    @TempDir
    Path directory;

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            return files.map(Path::getFileName).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void showsWhatItsCommandsDo(Path name) throws IOException {
        Path file = SCENARIOS.resolve(name);
        String expected = Files.readString(file);
        String played = Scenario.play(expected, directory);
        Golden.check(file, expected, played);
        assertThat(played).contains("-- exit code");
    }
}
