package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.store.GaveWayException;
import dev.synchronizer.store.TaskWrites;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Two that say at once of a thing that is not there when it was changed, or that take in one change: the slower one begins again. */
abstract class StampContract extends ContentTests {
    private static final String KEY = "item:gone";

    StampContract(TestServer server) {
        super(server);
    }

    private void tasks(Consumer<TaskWrites> work) {
        write(content -> work.accept(content.tasks()));
    }

    private void meanwhile(Consumer<TaskWrites> work) {
        CompletableFuture.runAsync(() -> tasks(work)).join();
    }

    @Test
    void whatSomebodyElseHasStampedSinceIsNotWrittenOver() {
        assertThatThrownBy(() -> tasks(tasks -> {
                    assertThat(tasks.stamps(List.of(KEY))).isEmpty();
                    meanwhile(others -> others.saveStamps(Map.of(KEY, "theirs")));
                    tasks.saveStamps(Map.of(KEY, "ours"));
                }))
                .isInstanceOf(GaveWayException.class);

        tasks(tasks -> assertThat(tasks.stamps(List.of(KEY))).containsEntry(KEY, "theirs"));
    }

    @Test
    void whatIsStampedAnewIsReadAsItIs() {
        tasks(tasks -> tasks.saveStamps(Map.of(KEY, "first")));
        tasks(tasks -> {
            assertThat(tasks.stamps(List.of(KEY))).containsEntry(KEY, "first");
            tasks.saveStamps(Map.of(KEY, "second"));
            tasks.saveStamps(Map.of(KEY, "third"));
        });

        tasks(tasks -> assertThat(tasks.stamps(List.of(KEY))).containsEntry(KEY, "third"));
    }

    @Test
    void whoReadsWhatIsStampedKeepsItUntilItIsDone() {
        tasks(tasks -> tasks.saveStamps(Map.of(KEY, "first")));
        List<CompletableFuture<Void>> other = new ArrayList<>();
        tasks(tasks -> {
            assertThat(tasks.stamps(List.of(KEY))).containsEntry(KEY, "first");
            other.add(CompletableFuture.runAsync(() -> tasks(others ->
                    others.saveStamps(Map.of(KEY, others.stamps(List.of(KEY)).get(KEY) + ", theirs")))));
            tasks.saveStamps(Map.of(KEY, "ours"));
        });
        other.forEach(CompletableFuture::join);

        tasks(tasks -> assertThat(tasks.stamps(List.of(KEY))).containsEntry(KEY, "ours, theirs"));
    }
}
