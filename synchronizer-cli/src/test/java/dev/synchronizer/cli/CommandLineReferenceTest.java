package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The reference's tables are those of the program; {@code -Dgolden.update} writes them anew. */
class CommandLineReferenceTest {
    private static final Path REFERENCE = Path.of("../docs/reference/command-line.md");

    private static final Pattern WORD = Pattern.compile("'([^']*)'|[^ ]+");

    private final CommandLine program = Program.complete(new Context(
            new Surroundings(
                    InputStream.nullInputStream(), System.out, System.err, Map.of(), Path.of(""), Terminal.NONE),
            Configuration.none()));

    @Test
    void tablesAreThoseOfTheProgram() throws IOException {
        String page = Files.readString(REFERENCE);
        String expected = with("exit codes", exitCodes(), with("kinds", kinds(), with("options", options(), page)));

        Golden.check(REFERENCE, page, expected);
    }

    @Test
    void everyCommandIsExplained() throws IOException {
        String page = Files.readString(REFERENCE);

        assertThat(leaves(program, ""))
                .hasSizeGreaterThan(program.getSubcommands().size())
                .allSatisfy((name, command) -> assertThat(page).containsPattern("\\| `" + name + "[` ]"));
    }

    @Test
    void everyCommandOfThisProgramHasExamplesThatItUnderstands() {
        leaves(program, "").forEach((name, command) -> {
            if (command.getCommand() instanceof ReportingCommand) {
                String[] examples = command.getCommandSpec().usageMessage().footer();
                assertThat(examples).as(name).isNotEmpty();
                for (String example : examples) {
                    assertThat(example).as("wider than help is").hasSizeLessThan(80);
                    String[] words = WORD.matcher(example)
                            .results()
                            .map(found -> found.group(1) == null ? found.group() : found.group(1))
                            .toArray(String[]::new);
                    assertThat(words[0]).isEqualTo("synchronizer");
                    program.parseArgs(Arrays.copyOfRange(words, 1, words.length));
                }
            }
        });
    }

    /** The commands that do something, by all of their words. */
    private static Map<String, CommandLine> leaves(CommandLine group, String path) {
        Map<String, CommandLine> leaves = new LinkedHashMap<>();
        group.getSubcommands().forEach((name, command) -> {
            if (command.getSubcommands().isEmpty()) {
                leaves.put(path + name, command);
            } else {
                leaves.putAll(leaves(command, path + name + " "));
            }
        });
        return leaves;
    }

    private static String with(String name, String content, String page) {
        String start = "<!-- " + name + " -->\n";
        int from = page.indexOf(start) + start.length();
        int to = page.indexOf("<!-- end -->", from);
        return page.substring(0, from) + content + page.substring(to);
    }

    private static String exitCodes() {
        StringBuilder table = new StringBuilder("| code | means |\n|---|---|\n");
        for (ExitCode code : ExitCode.values()) {
            table.append("| %d | %s |\n".formatted(code.number(), code.meaning()));
        }
        return table.toString();
    }

    private static String kinds() {
        StringBuilder table = new StringBuilder("| kind | violated by |\n|---|---|\n");
        for (FailOn kind : FailOn.values()) {
            String found = kind.problem().message().replace("the plan has ", "");
            table.append("| `%s` | %s |\n".formatted(kind.label(), found));
        }
        return table.toString();
    }

    private String options() {
        StringBuilder sections = new StringBuilder();
        options(program, "", sections);
        return sections.toString();
    }

    private static void options(CommandLine group, String path, StringBuilder sections) {
        group.getSubcommands().forEach((name, command) -> {
            if (command.getCommand() instanceof ReportingCommand) {
                sections.append("### `")
                        .append(path)
                        .append(name)
                        .append("`\n\n")
                        .append(OptionsTable.of(command.getCommandSpec()))
                        .append('\n');
            }
            options(command, path + name + " ", sections);
        });
    }
}
