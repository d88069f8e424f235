package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every command that the guide shows with its output is one of a scenario, which {@link ScenarioTest} plays. */
class GuideOutputTest {
    private static final Pattern SHOWN = Pattern.compile("(?ms)^```console\\n\\$ synchronizer (.*?)^```$");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    @Test
    void theGuideShowsWhatCommandsReallyShow() throws IOException {
        String played = Files.readString(Path.of("src/test/resources/scenarios/taken-over.txt"))
                .replace("DIR/", "")
                .replace(" --url jdbc:h2:file:db", "");
        List<String> shown = SHOWN.matcher(Files.readString(Path.of("../docs/guide.md")))
                .results()
                .map((MatchResult each) -> MOMENT.matcher(each.group(1)).replaceAll("TIME"))
                .toList();

        assertThat(shown)
                .hasSizeGreaterThan(3)
                .allSatisfy(command -> assertThat(played).contains("== $ " + command + "-- exit code 0"));
    }
}
