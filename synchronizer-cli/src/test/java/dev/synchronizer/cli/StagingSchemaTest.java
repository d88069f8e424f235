package dev.synchronizer.cli;

import static dev.synchronizer.cli.AdministrationSchemaTest.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands of staging write as JSON is what the published schemas say. */
class StagingSchemaTest {
    @TempDir
    Path directory;

    private TwoServers servers;

    @BeforeEach
    void start() throws IOException {
        servers = TwoServers.in(directory);
    }

    private String json(String... arguments) {
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--format", "json"))
                .toArray(String[]::new);
        return servers.run("here", all).out();
    }

    private void holds(String schema, String json, String member) throws IOException {
        assertThat(json).contains("\"" + member + "\"");
        assertThat(violations(schema, json)).as(json).isEmpty();
        assertThat(violations(schema, json.replace("\"" + member + "\"", "\"other\"")))
                .as(member)
                .isNotEmpty();
    }

    @Test
    void servers() throws IOException {
        holds("staging-servers", json("staging", "servers", "list"), "servers");
        String place = servers.url("there");
        holds("staging-server-change", json("staging", "servers", "add", "there", place), "onConflict");
        holds("staging-server-change", json("staging", "servers", "disable", "there"), "retryFirstMillis");
        holds("staging-server-change", json("staging", "servers", "enable", "there"), "before");
        holds("staging-test", json("staging", "servers", "test", "there"), "identity");
        holds("staging-servers", json("staging", "servers", "list"), "accepted");
        holds("staging-server-change", json("staging", "servers", "remove", "there"), "committed");
    }

    @Test
    void tasks() throws IOException {
        servers.done("here", "staging", "servers", "add", "there", servers.url("there"));
        holds("staging-tasks", json("staging", "tasks"), "more");
        servers.conflict();
        holds("staging-tasks", json("staging", "tasks", "--all"), "loggedAt");
        String conflict = json("staging", "show", "2");
        assertThat(conflict).contains("\"ours\": \"Ours\"", "\"theirs\": \"Theirs\"", "\"base\": \"One\"");
        holds("staging-task", conflict, "overlapping");
        holds("staging-task", json("staging", "show", "1"), "deliveries");
        holds("staging-results", json("staging", "run", "--all"), "undecided");
        holds("staging-results", json("staging", "retry", "2"), "server");
        holds("staging-results", json("staging", "run", "2"), "outcome");
        holds("staging-results", json("staging", "resolve", "2", "--ours"), "results");
        holds("staging-results", json("staging", "drop", "2"), "problems");
        String item = servers.create("here", "More");
        holds("staging-enqueued", json("staging", "enqueue", item), "tasks");
        holds("staging-enqueued", json("staging", "enqueue", "--subtree", item, "--complete"), "subtreeTasks");
        holds("staging-task", json("staging", "show", "4"), "baseKnown");
    }
}
