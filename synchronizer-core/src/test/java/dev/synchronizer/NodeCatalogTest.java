package dev.synchronizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.rule.RuleLimits;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeCatalogTest {
    private final JdbcStore store = new JdbcStore(H2Server.inMemory().dataSource());
    private final NodeCatalog node = new NodeCatalog(
            store,
            null,
            new NodeRules("main", RuleLimits.STANDARD),
            null,
            Synchronizer.builder().pollInterval(Duration.ofHours(1)));

    @AfterEach
    void close() {
        node.close();
        store.close();
    }

    @Test
    void itsThreadEndsWithItAndNoneBeginsAfterwards() {
        Set<Thread> before = pollers();
        node.open();
        assertThat(pollers()).hasSize(before.size() + 1);
        node.close();
        assertThat(pollers()).isEqualTo(before);

        NodeCatalog late = new NodeCatalog(
                store,
                null,
                new NodeRules("main", RuleLimits.STANDARD),
                null,
                Synchronizer.builder().pollInterval(Duration.ofHours(1)));
        late.close();
        assertThat(late.open().types()).isEmpty();
        assertThat(pollers()).isEqualTo(before);
    }

    @Test
    void whatIsOpenIsHandedOutWhileAnotherThreadReadsTheNodesCode() throws Exception {
        Catalog opened = node.open();
        synchronized (node) {
            CompletableFuture<Catalog> again = CompletableFuture.supplyAsync(node::open);
            assertThat(again.get(1, TimeUnit.MINUTES)).isSameAs(opened);
        }
    }

    private static Set<Thread> pollers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("synchronizer-catalog"))
                .collect(Collectors.toSet());
    }
}
