package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Two servers on databases of their own, in the folder of a test, and the command line for each. */
final class TwoServers {
    private static final String NOTE = """
            @ContentType public class Note {
                public String getTitle() { return ""; }
                public void setTitle(String title) {}
                public String getText() { return ""; }
                public void setText(String text) {}
            }
            """;
    private static final Pattern ITEM = Pattern.compile("\"id\": ?\"([0-9a-f-]{36})\"");

    private final Path directory;

    private TwoServers(Path directory) {
        this.directory = directory;
    }

    /** Both know the type Note, and nothing of each other. */
    static TwoServers in(Path directory) throws IOException {
        TwoServers servers = new TwoServers(directory);
        String jar = ModelJars.make(directory.resolve("acme-1.0.jar"), Map.of("Note", NOTE))
                .toString();
        servers.done("here", "sync", "--models", jar);
        servers.done("there", "sync", "--models", jar);
        return servers;
    }

    /** The same, the one telling the other. */
    static TwoServers telling(Path directory) throws IOException {
        TwoServers servers = in(directory);
        servers.done("here", "staging", "servers", "add", "there", servers.url("there"));
        servers.done("here", "staging", "servers", "test", "there");
        return servers;
    }

    String url(String server) {
        return "jdbc:h2:file:" + directory.resolve(server);
    }

    CommandRun run(String server, String... arguments) {
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--url", url(server)))
                .toArray(String[]::new);
        return CommandRun.of(directory, all);
    }

    /** What a command says that ends well. */
    String done(String server, String... arguments) {
        CommandRun run = run(server, arguments);
        assertThat(run.exitCode())
                .as(String.join(" ", arguments) + "\n" + run.err())
                .isZero();
        return run.out();
    }

    /** Makes a note, and gives its id. */
    String create(String server, String title, String... more) {
        String[] all = Stream.concat(
                        Stream.of("content", "create", "Note", title, "title=" + title, "--format", "json"),
                        Arrays.stream(more))
                .toArray(String[]::new);
        Matcher item = ITEM.matcher(done(server, all));
        assertThat(item.find()).isTrue();
        return item.group(1);
    }

    void set(String server, String item, String assignment) {
        done(server, "content", "set", item, assignment);
    }

    String show(String server, String item) {
        return done(server, "content", "show", item);
    }

    /** Something that both have changed, as task 2, one place of which the other one alone. */
    String conflict() {
        String item = create("here", "One");
        done("here", "staging", "run", "--all");
        set("here", item, "title=Ours");
        done("there", "content", "set", item, "title=Theirs", "text=Added");
        CommandRun run = run("here", "staging", "run", "2");
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.out()).contains("CONFLICT");
        return item;
    }
}
