package dev.synchronizer.staging.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.staging.Shipment;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.Stamps;
import dev.synchronizer.task.StateChange;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are written by several at the same time, as if one came after the other. */
class DirectoryTransportTest {
    private static final int WRITERS = 8;
    private static final String ID = "0197c0de-0000-7000-8000-00000000abcd";

    @TempDir
    Path folder;

    private static Shipment shipment(
            String id, String type, ConflictPolicy policy, @Nullable SubjectState before, SubjectState after) {
        About about = new About(type, null, "site", "1.0", new TreeSet<>(List.of("title")));
        return new Shipment(
                1,
                TaskKey.item(id),
                "One",
                "UPDATE",
                Payload.of(about, 1, new StateChange(before, after), Stamps.none()),
                "Ada",
                List.of("here"),
                List.of(UUID.randomUUID().toString()),
                policy,
                Set.of());
    }

    private static SubjectState state(String type, String title) {
        return SubjectState.of(
                Map.of("type", "\"" + type + "\"", "name", "\"One\"", "values.title", "\"" + title + "\""));
    }

    private DirectoryTransport transport() {
        return new DirectoryTransport(folder.resolve("content"), Optional.empty());
    }

    private static Outcome send(DirectoryTransport transport, Shipment shipment) {
        List<Answer> answers = transport.send(List.of(shipment));
        assertThat(answers).hasSize(1);
        return answers.get(0).outcome();
    }

    private <T> List<T> together(Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<T>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                all.add(work);
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(all)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void allWhoMakeADirectoryFindTheSameOne() throws Exception {
        Set<String> identities = new HashSet<>(together(() -> transport().identity()));

        assertThat(identities).hasSize(1);
        try (var files = Files.list(folder.resolve("content"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("synchronizer-directory.json", "synchronizer-identity.json");
        }
    }

    @Test
    void ofSeveralWhoChangeTheSameOneIsFirstAndNoOtherOverwritesIt() throws Exception {
        SubjectState first = state("Article", "first");
        send(transport(), shipment(ID, "Article", ConflictPolicy.HOLD, null, first));

        List<Outcome> outcomes = together(() -> send(
                transport(),
                shipment(
                        ID,
                        "Article",
                        ConflictPolicy.HOLD,
                        first,
                        state("Article", UUID.randomUUID().toString()))));

        assertThat(outcomes).containsOnlyOnce(Outcome.APPLIED);
        assertThat(outcomes.stream().filter(Outcome.CONFLICT::equals)).hasSize(WRITERS - 1);
    }

    @Test
    void anItemWhoseTypeIsCalledOtherwiseHasOneFile() {
        SubjectState before = state("Article", "a");
        send(transport(), shipment(ID, "Article", ConflictPolicy.HOLD, null, before));

        Shipment renamed = shipment(ID, "Story", ConflictPolicy.HOLD, before, state("Story", "b"));

        assertThat(send(transport(), renamed)).isEqualTo(Outcome.APPLIED);
        assertThat(folder.resolve("content/items/story/cd/" + ID + ".json")).exists();
        assertThat(folder.resolve("content/items/article")).doesNotExist();
        assertThat(send(transport(), renamed)).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void whereNothingCanBeWrittenTheDeliveryHasFailedForCertain() throws IOException {
        transport().identity();
        Files.writeString(folder.resolve("content/items"), "in the way");
        Shipment shipment = shipment(ID, "Article", ConflictPolicy.HOLD, null, state("Article", "a"));

        assertThatThrownBy(() -> transport().send(List.of(shipment)))
                .isInstanceOfSatisfying(
                        DeliveryException.class,
                        e -> assertThat(e.isUncertain()).isFalse())
                .hasMessageContaining(folder.resolve("content/items").toString());
    }

    @Test
    void whatCannotBeWrittenDoesNotHoldUpTheRest() throws IOException {
        transport().identity();
        Files.createDirectories(folder.resolve("content/items"));
        Files.writeString(folder.resolve("content/items/story"), "in the way");
        List<Shipment> shipments = List.of(
                shipment(ID, "Story", ConflictPolicy.HOLD, null, state("Story", "a")),
                shipment(UUID.randomUUID().toString(), "Article", ConflictPolicy.HOLD, null, state("Article", "a")));

        assertThat(transport().send(shipments))
                .extracting(Answer::outcome)
                .containsExactly(Outcome.FAILED, Outcome.APPLIED);
    }
}
