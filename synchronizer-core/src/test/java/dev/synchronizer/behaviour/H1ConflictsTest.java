package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.Resolution;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.Clash;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.TaskKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** H: what was changed on both servers is nowhere written over before somebody has decided. */
class H1ConflictsTest {
    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + "}");
    }

    /** Two servers that hold the same item, of which one tells the other one. */
    private final class Pair implements AutoCloseable {
        private final Servers servers = new Servers();
        private final Server a;
        private final Server b;
        private final Item item;

        Pair(Product product, ConflictPolicy policy) {
            a = servers.start("a", product, models());
            b = servers.start("b", product, models());
            a.tells(b, target -> target.on(policy));
            item = a.create("Article", "One");
            a.run(b);
        }

        void save(Server server, String property, String value) {
            server.site().items().save("Ada", server.get(item.id()).with(property, value));
        }

        Object held(Server server, String property) {
            return server.get(item.id()).values().get(property).orElse("");
        }

        StagedTask conflict() {
            assertThat(a.run(b).count(DeliveryState.CONFLICT)).isEqualTo(1);
            return a.tasks(DeliveryState.CONFLICT).get(0);
        }

        @Override
        public void close() {
            servers.close();
        }
    }

    @OnEveryDatabase
    void nothingIsWrittenOverAndTheDifferenceIsSaidByProperty(Product product) {
        try (Pair pair = new Pair(product, ConflictPolicy.HOLD)) {
            pair.save(pair.a, "title", "By A");
            pair.save(pair.b, "title", "By B");
            pair.save(pair.b, "teaser", "Of B");

            StagedTask task = pair.conflict();

            assertThat(pair.held(pair.b, "title")).isEqualTo("By B");
            Answer answer = task.answer().orElseThrow();
            assertThat(answer.clashes())
                    .extracting(
                            Clash::place,
                            clash -> clash.base().orElse(""),
                            clash -> clash.sent().orElse(""),
                            clash -> clash.there().orElse(""),
                            Clash::overlapping)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("values.teaser", "", "", "\"Of B\"", false),
                            org.assertj.core.groups.Tuple.tuple(
                                    "values.title", "\"One\"", "\"By A\"", "\"By B\"", true));
        }
    }

    @OnEveryDatabase
    void oursIsWrittenOverWhatTheOtherServerHolds(Product product) {
        try (Pair pair = new Pair(product, ConflictPolicy.HOLD)) {
            pair.save(pair.a, "title", "By A");
            pair.save(pair.b, "title", "By B");
            long task = pair.conflict().task().id();

            assertThat(pair.a.staging().resolve(task, "b", Resolution.OURS).state())
                    .isEqualTo(DeliveryState.DONE);

            assertThat(pair.held(pair.b, "title")).isEqualTo("By A");
            assertThat(pair.a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void theirsIsTakenOverAndTheNextEditIsNoConflict(Product product) {
        try (Pair pair = new Pair(product, ConflictPolicy.HOLD)) {
            pair.save(pair.a, "title", "By A");
            pair.save(pair.b, "title", "By B");
            long task = pair.conflict().task().id();

            assertThat(pair.a.staging().resolve(task, "b", Resolution.THEIRS).state())
                    .isEqualTo(DeliveryState.DONE);

            assertThat(pair.held(pair.a, "title")).isEqualTo("By B");
            assertThat(pair.held(pair.b, "title")).isEqualTo("By B");
            pair.save(pair.a, "teaser", "Later");
            assertThat(pair.a.run(pair.b).count(DeliveryState.DONE)).isEqualTo(1);
            assertThat(pair.held(pair.b, "teaser")).isEqualTo("Later");
            assertThat(pair.a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void whatDoesNotOverlapIsPutTogetherAndWhatDoesIsNot(Product product) {
        try (Pair pair = new Pair(product, ConflictPolicy.HOLD)) {
            pair.save(pair.a, "title", "By A");
            pair.save(pair.b, "teaser", "Of B");
            long task = pair.conflict().task().id();

            assertThat(pair.a.staging().resolve(task, "b", Resolution.MERGE).state())
                    .isEqualTo(DeliveryState.DONE);

            assertThat(pair.held(pair.b, "title")).isEqualTo("By A");
            assertThat(pair.held(pair.b, "teaser")).isEqualTo("Of B");

            pair.save(pair.a, "teaser", "Of A");
            long second = pair.conflict().task().id();
            assertThat(pair.a.staging().resolve(second, "b", Resolution.MERGE).state())
                    .isEqualTo(DeliveryState.CONFLICT);
            assertThat(pair.held(pair.b, "teaser")).isEqualTo("Of B");
        }
    }

    @OnEveryDatabase
    void aTargetCanMergeByItself(Product product) {
        try (Pair pair = new Pair(product, ConflictPolicy.MERGE)) {
            pair.save(pair.a, "title", "By A");
            pair.save(pair.b, "teaser", "Of B");

            assertThat(pair.a.run(pair.b).count(DeliveryState.DONE)).isEqualTo(1);

            assertThat(pair.held(pair.b, "title")).isEqualTo("By A");
            assertThat(pair.held(pair.b, "teaser")).isEqualTo("Of B");
        }
    }

    @OnEveryDatabase
    void whatWasPurgedThereDoesNotComeBackUnasked(Product product) {
        try (Pair pair = new Pair(product, ConflictPolicy.HOLD)) {
            pair.b.site().items().delete("Bob", pair.item.id());
            pair.b.site().items().purge("Bob", pair.item.id());
            pair.save(pair.a, "title", "By A");

            StagedTask task = pair.conflict();
            assertThat(pair.b.items()).isEmpty();
            pair.a.staging().resolve(task.task().id(), "b", Resolution.OURS);

            assertThat(pair.held(pair.b, "title")).isEqualTo("By A");
        }
    }

    @OnEveryDatabase
    void whatIsToldAnewIsWrittenOverNothingThatWasChangedThereEither(Product product) {
        try (Pair pair = new Pair(product, ConflictPolicy.HOLD)) {
            pair.save(pair.b, "title", "By B");
            Set<TaskKey> keys = Set.of(TaskKey.item(pair.item.id()));

            pair.a.staging().enqueue("Ada", keys, Optional.of("b"));
            pair.conflict();
            assertThat(pair.held(pair.b, "title")).isEqualTo("By B");
            pair.a
                    .staging()
                    .resolve(pair.a.tasks(DeliveryState.CONFLICT).get(0).task().id(), "b", Resolution.OURS);

            assertThat(pair.held(pair.b, "title")).isEqualTo("One");
            pair.b.site().database().execute("delete from ct_stamp");
            pair.a.site().items().save("Ada", pair.a.get(pair.item.id()).with("title", "Untold"));
            pair.a
                    .staging()
                    .drop(pair.a.tasks(DeliveryState.PENDING).get(0).task().id(), "b");
            pair.a.staging().enqueue("Ada", keys, Optional.of("b"));
            pair.conflict();
        }
    }

    @OnEveryDatabase
    void onlyAConflictCanBeDecided(Product product) {
        try (Pair pair = new Pair(product, ConflictPolicy.HOLD)) {
            pair.save(pair.a, "title", "By A");
            long task = pair.a.tasks(DeliveryState.PENDING).get(0).task().id();

            assertThatThrownBy(() -> pair.a.staging().resolve(task, "b", Resolution.OURS))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("CT1004")
                    .hasMessageContaining("PENDING");
        }
    }
}
