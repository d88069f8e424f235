package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several who change one item at once, each another property of it. */
class SavesAtOnceTest {
    private static final int PEOPLE = 4;
    private static final int SAVES = 5;

    @TempDir
    Path directory;

    @Test
    void whoNamesNoRevisionSavesOnTopOfWhateverThereIs() throws Exception {
        run("define", "Page", "a:INTEGER", "b:INTEGER", "c:INTEGER", "d:INTEGER");
        Matcher id = Pattern.compile("\"id\": \"([0-9a-f-]+)\"")
                .matcher(run("content", "create", "Page", "One", "--format", "json"));
        assertThat(id.find()).isTrue();

        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        List<Future<?>> saves = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            String property = String.valueOf((char) ('a' + person));
            saves.add(people.submit(() -> {
                for (int save = 1; save <= SAVES; save++) {
                    run("content", "set", id.group(1), property + "=" + save);
                }
            }));
        }
        people.shutdown();
        for (Future<?> save : saves) {
            save.get();
        }

        assertThat(run("content", "show", id.group(1)))
                .contains("revision " + (1 + PEOPLE * SAVES))
                .containsPattern("a +5\n")
                .containsPattern("d +5\n");
    }

    private String run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", "jdbc:h2:file:" + directory.resolve("db"), "--actor", "Ada"));
        CommandRun run = CommandRun.of(directory, all.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }
}
