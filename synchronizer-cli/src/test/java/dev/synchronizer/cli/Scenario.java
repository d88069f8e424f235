package dev.synchronizer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text file that holds models, commands, and what the commands are expected to show. What stands before the first
 * {@code ==} says what it is about; {@code == acme-1.0.jar Article} begins a source, {@code == file NAME} a text file,
 * {@code == $ COMMAND} the output of a command. A
 * command may end with {@code < FILE}, and words with spaces are quoted. {@code DIR} stands for the folder that all of it
 * is in, {@code ITEM1} for the id of the first item that was made and shown.
 */
final class Scenario {
    private static final Pattern SECTION = Pattern.compile("(?m)^== ");
    private static final Pattern DURATION = Pattern.compile("\\b\\d+\\.\\d s\\b");

    /** A column of durations, which one of ten seconds or more widens. */
    private static final Pattern DURATION_IN_COLUMN = Pattern.compile("\\b(took|\\d+\\.\\d s) {2,}");

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private static final Pattern NEW_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern ITEM = Pattern.compile("\\bITEM(\\d+)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|[^ ]+");

    private final Path directory;
    private final StringBuilder played = new StringBuilder();
    private final Map<String, Map<String, String>> jars = new LinkedHashMap<>();
    private final String text;
    private final List<String> ids = new ArrayList<>();

    private Scenario(String text, Path directory) {
        this.text = text;
        this.directory = directory;
    }

    /** The scenario as it reads with what the commands really show. */
    static String play(String text, Path directory) throws IOException {
        Scenario scenario = new Scenario(text, directory);
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

    private void command(String line) throws IOException {
        String[] halves = line.split(" < ", 2);
        List<String> arguments = WORD.matcher(halves[0])
                .results()
                .map(found -> found.group(1) == null ? found.group() : found.group(1))
                .map(this::concrete)
                .toList();
        InputStream in =
                halves.length == 1 ? InputStream.nullInputStream() : Files.newInputStream(Path.of(concrete(halves[1])));
        CommandRun run = CommandRun.of(directory, Map.of(), in, arguments.toArray(String[]::new));
        played.append(steady(run.out()));
        if (!run.err().isEmpty()) {
            played.append("-- standard error\n").append(steady(run.err()));
        }
        played.append("-- exit code ").append(run.exitCode()).append("\n\n");
    }

    private String steady(String shown) {
        String here = shown.replace(directory.toString(), "DIR");
        String narrow = DURATION_IN_COLUMN
                .matcher(here)
                .replaceAll(found -> found.group(1).equals("took") ? "took   " : "N s  ");
        String timeless = DURATION.matcher(narrow).replaceAll("N s");
        return NEW_ID.matcher(MOMENT.matcher(timeless).replaceAll(this::shownMoment))
                .replaceAll(this::shownId);
    }

    /** What is written in the scenario is always the same; now never is. */
    private String shownMoment(MatchResult moment) {
        return text.contains(moment.group()) ? moment.group() : "TIME";
    }

    private String shownId(MatchResult id) {
        if (text.contains(id.group())) {
            return id.group();
        }
        if (!ids.contains(id.group())) {
            ids.add(id.group());
        }
        return "ITEM" + (ids.indexOf(id.group()) + 1);
    }

    private String concrete(String word) {
        String given = word.replace("DIR", directory.toString());
        return ITEM.matcher(given).replaceAll(item -> ids.get(Integer.parseInt(item.group(1)) - 1));
    }
}
