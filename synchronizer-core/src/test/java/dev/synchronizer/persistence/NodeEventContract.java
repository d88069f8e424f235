package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentState;
import dev.synchronizer.store.NodeEvent;
import dev.synchronizer.store.NodeEvents;
import dev.synchronizer.store.NodeEvents.Span;
import dev.synchronizer.store.SaveFailure;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What leaves with a save: what other nodes are told of it, and what failed after it. */
abstract class NodeEventContract extends ContentTests {
    NodeEventContract(TestServer server) {
        super(server);
    }

    @Test
    void eventsComeBackAsTheyWereAnnouncedInTheOrderOfTheirNumbers() {
        List<NodeEvent> announced = IntStream.range(0, 1_100)
                .mapToObj(i -> event("item " + i, List.of("de", "en-GB"), i))
                .toList();
        NodeEvent bare = new NodeEvent(
                0, AT, "n", "main", "MODEL", "Article.title", null, null, "UPDATE", "MODEL_SYNC", List.of(), 0);
        assertThat(store.nodeEvents().last()).isZero();

        write(content -> content.announce(announced));
        long last = store.nodeEvents().last();
        write(content -> content.announce(List.of(bare)));

        List<NodeEvent> read = store.nodeEvents().after(0, List.of(), 2_000);
        assertThat(read).isSortedAccordingTo((one, other) -> Long.compare(one.id(), other.id()));
        assertThat(read)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .startsWith(announced.toArray(NodeEvent[]::new));
        assertThat(store.nodeEvents().after(last, List.of(), 10))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(bare);
        assertThat(store.nodeEvents().after(0, List.of(), 3)).isEqualTo(read.subList(0, 3));
    }

    @Test
    void anEventThatIsCommittedAfterALaterOneIsFoundByItsMissingNumber() {
        NodeEvents events = store.nodeEvents();
        AtomicLong known = new AtomicLong();
        write(content -> {
            content.announce(List.of(event("slow", List.of(), 1)));
            write(other -> other.announce(List.of(event("quick", List.of(), 1))));
            known.set(events.last());
            assertThat(events.after(0, List.of(), 10))
                    .extracting(NodeEvent::name)
                    .containsExactly("quick");
        });
        write(content -> content.announce(List.of(event("next", List.of(), 1))));
        long missing = known.get() - 1;

        List<Span> gaps = List.of(new Span(missing, missing), new Span(missing - 1_000, missing - 500));
        assertThat(events.after(known.get(), gaps, 10))
                .extracting(NodeEvent::name)
                .containsExactly("slow", "next");
        assertThat(events.after(known.get(), gaps, 1))
                .extracting(NodeEvent::name)
                .containsExactly("slow");
        assertThat(events.after(known.get(), List.of(), 10))
                .extracting(NodeEvent::name)
                .containsExactly("next");
    }

    @Test
    void whatIsRolledBackIsNotAnnounced() {
        assertThatThrownBy(() -> write(content -> {
                    content.announce(List.of(event("never", List.of(), 1)));
                    throw new IllegalStateException("veto");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.nodeEvents().after(0, List.of(), 10)).isEmpty();
    }

    @Test
    void oldEventsAreForgotten() {
        write(content -> content.announce(List.of(event("old", List.of(), 1))));
        store.nodeEvents().forget(AT);
        assertThat(store.nodeEvents().after(0, List.of(), 10)).hasSize(1);
        store.nodeEvents().forget(AT.plusNanos(1_000));
        assertThat(store.nodeEvents().after(0, List.of(), 10)).isEmpty();
    }

    @Test
    void aSaveKnowsUntilWhenNodesListenAndNobodyShortensIt() {
        assertThat(state()).isEqualTo(new ContentState(0, null));
        assertThat(state().isListenedTo(AT)).isFalse();

        store.nodeEvents().listen(AT.plusSeconds(9));
        store.nodeEvents().listen(AT);

        assertThat(state()).isEqualTo(new ContentState(0, AT.plusSeconds(9)));
        assertThat(state().isListenedTo(AT)).isTrue();
        Instant slow = AT.plusSeconds(9).plus(ContentState.CLOCKS_APART);
        assertThat(state().isListenedTo(slow.minusNanos(1_000))).isTrue();
        assertThat(state().isListenedTo(slow)).isFalse();
        write(content -> assertThat(content.state()).isEqualTo(new ContentState(0, AT.plusSeconds(9))));
        store.inTransaction(transaction -> {
            transaction.log(List.of(Rows.change()));
            assertThat(transaction.content().state()).isEqualTo(new ContentState(1, AT.plusSeconds(9)));
            return true;
        });
    }

    @Test
    void whoListensDoesNotWaitForARunThatHoldsTheStoresLock() {
        store.inTransaction(transaction -> {
            store.nodeEvents().listen(AT);
            write(content -> assertThat(content.state().remoteUntil()).isEqualTo(AT));
            return true;
        });
    }

    @Test
    void failuresAreReadTheNewestFirstAndDeletedByTheirNumbers() {
        SaveFailure whole = new SaveFailure(
                0,
                AT,
                "mail",
                "ITEM",
                id(1).toString(),
                "Article",
                "Größe 😀",
                "UPDATE",
                "no host: " + "x".repeat(9_000));
        SaveFailure bare = new SaveFailure(0, AT, "index", "DEFINITION", "Article.title", null, null, "DELETE", "");
        write(content -> {
            content.recordFailure(whole);
            content.recordFailure(bare);
            content.recordFailure(whole);
        });

        List<SaveFailure> failures = store.saveFailures(10);
        assertThat(failures)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(whole, bare, whole);
        assertThat(store.saveFailures(1)).isEqualTo(failures.subList(0, 1));

        store.deleteSaveFailures(List.of(failures.get(0).id(), failures.get(1).id(), 999L));
        store.deleteSaveFailures(List.of());
        assertThat(store.saveFailures(10)).isEqualTo(failures.subList(2, 3));
    }

    private ContentState state() {
        return store.readingContent(ContentReads::state);
    }

    private static NodeEvent event(String name, List<String> languages, long revision) {
        return new NodeEvent(
                0, AT, "nöde", "main", "ITEM", id(1).toString(), "Article", name, "CREATE", "API", languages, revision);
    }
}
