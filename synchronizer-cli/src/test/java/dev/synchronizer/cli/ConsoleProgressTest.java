package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Progress.Stage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void showsStagesAndABarOnATerminalAndWipesThemAway() {
        play(new Terminal(true, true, true, true));

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("Reading models ...")
                .contains("Writing rows [###############               ] 50 of 100")
                .endsWith("\r\u001b[K");
    }

    @Test
    void saysNothingWhereNobodyLooks() {
        play(Terminal.NONE);

        assertThat(shown.size()).isZero();
    }

    private void play(Terminal terminal) {
        PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
        Surroundings surroundings =
                new Surroundings(InputStream.nullInputStream(), stream, stream, Map.of(), Path.of(""), terminal);
        try (ConsoleProgress progress = ConsoleProgress.of(surroundings, new OutputOptions())) {
            progress.begins(Stage.SCAN);
            progress.written(50, 100);
        }
    }
}
