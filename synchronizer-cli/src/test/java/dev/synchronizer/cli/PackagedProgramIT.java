package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as people run it. */
class PackagedProgramIT {
    private static final String JAR = System.getProperty("synchronizer.jar", "target/synchronizer.jar");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path directory;

    @Test
    void saysItsVersion() throws Exception {
        CommandRun run = run(Map.of(), "--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).matches("synchronizer \\d+\\.\\d+\\.\\d+\\R");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void loadsNothingForItsVersionAndForModelsThatItDoesNotNeed() throws Exception {
        String jar = models("acme-1.0.jar", "");
        for (List<String> command : List.of(List.of("--version"), List.of("validate", "--models", jar))) {
            assertThat(loadedClasses(command))
                    .noneMatch(name -> name.startsWith("org.hibernate.")
                            || name.startsWith("liquibase.")
                            || name.startsWith("com.zaxxer.")
                            || name.startsWith("java.util.logging.")
                            || name.startsWith("org.h2.")
                            || name.startsWith("com.fasterxml.jackson.databind."));
        }
    }

    @Test
    void helpExplainsEveryCommand() throws Exception {
        assertThat(run(Map.of(), "--help").out()).contains("sync", "apply", "validate", "diff", "types", "history");
        assertThat(run(Map.of(), "sync", "--help").out()).contains("--fail-on", "--save-plan");
    }

    @Test
    void synchronizesOnceWithNoSetUp() throws Exception {
        String jar = models("acme-1.0.jar", "");

        CommandRun dry = run(Map.of(), "sync", "--dry-run", "--models", jar);
        assertThat(dry.exitCode()).isZero();
        assertThat(files()).containsExactly("acme-1.0.jar");

        CommandRun first = run(Map.of(), "sync", "--models", jar);
        assertThat(first.out()).contains("Plan: 1 type new; 1 property new; 2 rows; compatible.", "Committed as run 1");
        assertThat(files()).containsExactly(".synchronizer/synchronizer.mv.db", "acme-1.0.jar");

        CommandRun second = run(Map.of(), "sync", "--models", jar);
        assertThat(second.out()).contains("Nothing to do.");
        assertThat(run(Map.of(), "history").out().lines()).hasSize(2);
        assertThat(List.of(dry, first, second))
                .allSatisfy(run -> assertThat(run.err()).isEmpty());
    }

    @Test
    void endsWithTheCodeThatTheContractNames() throws Exception {
        String jar = models("acme-1.0.jar", "");
        String invalid = models("bad-1.0.jar", "(guid = \"x\")");

        assertThat(run(Map.of(), "sync", "--nothing").exitCode()).isEqualTo(64);
        assertThat(run(Map.of(), "validate", "--models", "nowhere.jar").exitCode())
                .isEqualTo(1);
        assertThat(run(Map.of(), "validate", "--models", invalid).exitCode()).isEqualTo(4);
        assertThat(run(Map.of(), "sync", "--models", invalid).exitCode()).isEqualTo(4);
        assertThat(run(Map.of(), "sync", "--models", jar, "--fail-on", "new").exitCode())
                .isEqualTo(3);
        assertThat(run(Map.of(), "sync", "--models", jar, "--dry-run", "--exit-code")
                        .exitCode())
                .isEqualTo(2);
        assertThat(files()).containsExactly("acme-1.0.jar", "bad-1.0.jar");
    }

    @Test
    void aServerThatIsNotThereIsOneError() throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:1/x?password=geheim42";
        CommandRun run = run(Map.of("SYNCHRONIZER_PASSWORD", "falsch42"), "types", "--user", "ada", "--url", url);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("CT501 error").hasLineCount(2);
        assertThat(run.out() + run.err()).doesNotContain("geheim42").doesNotContain("falsch42");
    }

    @Test
    void aReaderWhoIsGoneDoesNotMatter() throws Exception {
        String jar = models("acme-1.0.jar", "");
        File err = directory.resolve("stream-err").toFile();
        String line = "'%s' -jar '%s' sync --models '%s' | true; exit ${PIPESTATUS[0]}"
                .formatted(JAVA, Path.of(JAR).toAbsolutePath(), jar);

        Process bash = new ProcessBuilder("bash", "-c", line)
                .directory(directory.toFile())
                .redirectError(err)
                .start();

        assertThat(bash.waitFor()).isZero();
        assertThat(err).content(StandardCharsets.UTF_8).isEmpty();
        assertThat(run(Map.of(), "history").out()).contains("acme 1.0");
    }

    @Test
    void lettersThatTheLocaleCannotCarryAreRefusedInsteadOfSaved() throws Exception {
        Path said = directory.resolve("stream-said");
        String line = "'%s' -jar '%s' define Banner --setting displayName=$(printf 'Stra\\303\\237e')"
                .formatted(JAVA, Path.of(JAR).toAbsolutePath());
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());

        bash.environment().put("LC_ALL", "C");
        assertThat(bash.start().waitFor()).isEqualTo(64);
        assertThat(said).content().startsWith("CT903 error argument 4").contains("set LC_ALL");
        bash.environment().put("LC_ALL", "C.UTF-8");
        assertThat(bash.start().waitFor()).isZero();
        assertThat(said).content(StandardCharsets.UTF_8).contains("Banner -> Straße");
    }

    @Test
    void theCompletionScriptCompletesOptionsAndTheirValues() throws Exception {
        Path script = directory.resolve("completion");
        Files.writeString(script, run(Map.of(), "generate-completion").out());

        assertThat(completed(script, "")).contains("sync", "validate", "generate-manual");
        assertThat(completed(script, "sync", "--fail")).containsExactly("--fail-on");
        assertThat(completed(script, "sync", "--format", "j")).containsExactly("json", "junit");
        assertThat(completed(script, "content", "pu")).containsExactly("purge");
        assertThat(completed(script, "content", "list", "--ha")).containsExactly("--having");
    }

    private static List<String> completed(Path script, String... words) throws Exception {
        String line =
                "source '%s'; COMP_WORDS=(synchronizer %s); COMP_CWORD=%s; _complete_synchronizer; echo ${COMPREPLY[@]}"
                        .formatted(script, "'" + String.join("' '", words) + "'", words.length);
        // Bash says there on standard error that nobody has pressed the key.
        Process bash = new ProcessBuilder("bash", "-c", line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String completed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        return List.of(completed.strip().split(" "));
    }

    private String models(String name, String settings) throws IOException {
        return ModelJars.make(directory.resolve(name), Map.of("Page", """
                                @ContentType%s public class Page {
                                    static { if (true) throw new IllegalStateException("a model class was loaded"); }
                                    public String getTitle() { return ""; }
                                    public void setTitle(String title) {}
                                }
                                """.formatted(settings)))
                .toString();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("stream-"))
                    .sorted()
                    .toList();
        }
    }

    private List<String> loadedClasses(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xlog:class+load", "-jar", JAR));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command).directory(directory.toFile()).start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return log.lines()
                .map(line -> line.substring(line.lastIndexOf(']') + 1).strip().split(" ")[0])
                .toList();
    }

    private CommandRun run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(JAVA, "-jar", JAR));
        command.addAll(List.of(arguments));
        File out = directory.resolve("stream-out").toFile();
        File err = directory.resolve("stream-err").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new CommandRun(exitCode, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
