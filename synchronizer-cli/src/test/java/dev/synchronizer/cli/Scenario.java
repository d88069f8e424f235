package dev.synchronizer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text file that holds models, commands, and what the commands are expected to show. What stands before the first
 * {@code ==} says what it is about; {@code == acme-1.0.jar Article} begins a source, {@code == file NAME} a text file,
 * {@code == $ COMMAND} the output of a command. {@code DIR} stands for the folder that all of it is in.
 */
final class Scenario {
    private static final Pattern SECTION = Pattern.compile("(?m)^== ");
    private static final Pattern DURATION = Pattern.compile("\\b\\d+\\.\\d s\\b");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private final Path directory;
    private final StringBuilder played = new StringBuilder();
    private final Map<String, Map<String, String>> jars = new LinkedHashMap<>();

    private Scenario(Path directory) {
        this.directory = directory;
    }

    /** The scenario as it reads with what the commands really show. */
    static String play(String text, Path directory) throws IOException {
        Scenario scenario = new Scenario(directory);
        String[] sections = SECTION.split(text, -1);
        scenario.played.append(sections[0]);
        for (String section : Arrays.copyOfRange(sections, 1, sections.length)) {
            scenario.section(section);
        }
        return scenario.played.toString();
    }

    private void section(String section) throws IOException {
        String title = section.lines().findFirst().orElseThrow();
        String content = section.substring(title.length()).stripLeading();
        played.append("== ").append(title).append('\n');
        if (title.startsWith("$ ")) {
            command(title.substring(2));
            return;
        }
        played.append(section.substring(title.length() + 1));
        String[] words = title.split(" ");
        if (words[0].equals("file")) {
            Files.writeString(directory.resolve(words[1]), content);
        } else {
            jars.computeIfAbsent(words[0], name -> new LinkedHashMap<>()).put(words[1], content);
            ModelJars.make(directory.resolve(words[0]), jars.get(words[0]));
        }
    }

    private void command(String line) {
        List<String> arguments = new ArrayList<>();
        for (String word : line.split(" ")) {
            if (!word.isEmpty()) {
                arguments.add(word.replace("DIR", directory.toString()));
            }
        }
        CommandRun run = CommandRun.of(directory, arguments.toArray(String[]::new));
        played.append(steady(run.out()));
        if (!run.err().isEmpty()) {
            played.append("-- standard error\n").append(steady(run.err()));
        }
        played.append("-- exit code ").append(run.exitCode()).append("\n\n");
    }

    private String steady(String text) {
        String here = text.replace(directory.toString(), "DIR");
        return MOMENT.matcher(DURATION.matcher(here).replaceAll("N s")).replaceAll("TIME");
    }
}
