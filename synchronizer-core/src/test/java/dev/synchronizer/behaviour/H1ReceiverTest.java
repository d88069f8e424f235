package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Between;
import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.staging.Receiving;
import dev.synchronizer.staging.Shipment;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.store.DeliveryState;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

/** H: what a server makes of what it is sent, one by one. */
class H1ReceiverTest {
    @TempDir
    Path folder;

    private Path models(String version, String... more) {
        return Site.jar(
                folder,
                version,
                "@ContentType public class Article {" + property("String", "title") + String.join("", more) + "}");
    }

    /** Has others arrive than were sent. */
    private static final class Forger extends Between {
        private final UnaryOperator<Shipment> how;

        Forger(Receiving other, UnaryOperator<Shipment> how) {
            super(other);
            this.how = how;
        }

        @Override
        public List<Answer> receive(String sender, List<Shipment> shipments) {
            List<Shipment> others = shipments.stream().map(how).toList();
            List<String> passed = others.get(0).passed();
            return super.receive(passed.get(passed.size() - 1), others);
        }
    }

    private static Shipment with(Shipment sent, List<String> passed, List<String> changes) {
        return new Shipment(
                sent.task(),
                sent.key(),
                sent.name(),
                sent.operation(),
                sent.payload(),
                sent.actor(),
                passed,
                changes,
                sent.policy(),
                sent.spared());
    }

    @OnEveryDatabase
    void whatAHandlerFailsOnIsRefusedByItself(Product product) {
        Listener broken = Listener.of("broken").onSaving(event -> {
            if (event.after().get("title").filter("Bad"::equals).isPresent()) {
                throw new IllegalStateException("the handler is broken");
            }
        });
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models("1.0"));
            Server b = servers.start("b", product, builder -> builder.saveHandler(broken), models("1.0"));
            a.tells(b);
            Item good = a.create("Article", "Good");
            Item bad = a.create("Article", "Bad");
            Item better = a.create("Article", "Better");

            a.run(b);

            assertThat(b.items()).extracting(Item::id).containsExactlyInAnyOrder(good.id(), better.id());
            StagedTask refused = a.tasks(DeliveryState.RETRY).get(0);
            assertThat(refused.task().key()).endsWith(bad.id().toString());
            assertThat(refused.answer().orElseThrow().outcome()).isEqualTo(Outcome.REFUSED);
        }
    }

    @OnEveryDatabase
    void whatACopyOfTheSameDatabaseSendsIsRefused(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models("1.0"));
            Server b = servers.start("b", product, models("1.0"));
            a.tells(b);
            String itself = b.staging().receiving().identity();
            b.behind(other -> new Forger(other, sent -> with(sent, List.of(itself), sent.changes())));
            a.create("Article", "One");

            a.run(b);

            assertThat(b.items()).isEmpty();
            Answer answer = a.tasks(DeliveryState.RETRY).get(0).answer().orElseThrow();
            assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(answer.messages().get(0)).contains("a copy of its database");
        }
    }

    @OnEveryDatabase
    void whatIsTakenInNeedsNoSecondConnection(Product product) {
        DataSource only = OnlyConnection.of(product.freshDatabase().dataSource());
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models("1.1", property("String", "more")));
            Server b = servers.start("b", product, builder -> builder.dataSource(only), models("1.0"));
            a.tells(b);
            a.site().items().create("Ada", NewItem.of("Article", "One").with("more", "x"));

            a.run(b);

            Answer answer = a.tasks().get(0).answer().orElseThrow();
            assertThat(answer.outcome()).isEqualTo(Outcome.BLOCKED);
            assertThat(answer.messages().get(0))
                    .contains("no property more there")
                    .contains("its version 1.0");
        }
    }

    @OnEveryDatabase
    void oneChangeOfTwoThingsIsTakenInForBoth(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models("1.0"));
            Server b = servers.start("b", product, models("1.0"));
            a.tells(b);
            String one = UUID.randomUUID().toString();
            b.behind(other -> new Forger(other, sent -> with(sent, sent.passed(), List.of(one))));
            a.create("Article", "One");
            a.create("Article", "Two");

            a.run(b);

            assertThat(b.items()).extracting(Item::name).containsExactlyInAnyOrder("One", "Two");
        }
    }

    @OnEveryDatabase
    void aConflictSaysNothingOfWhatTheOtherServerDoesNotKnow(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models("1.0"));
            Server b = servers.start("b", product, models("1.1", property("String", "note")));
            a.tells(b);
            Item item =
                    a.site().items().create("Ada", NewItem.of("Article", "One").with("title", "One"));
            a.run(b);
            b.site()
                    .items()
                    .save("Bob", b.get(item.id()).with("title", "By Bob").with("note", "for us alone"));
            a.site().items().save("Ada", a.get(item.id()).with("title", "By Ada"));

            a.run(b);

            StagedTask task = a.tasks(DeliveryState.CONFLICT).get(0);
            assertThat(task.answer().orElseThrow().toString())
                    .contains("By Bob")
                    .doesNotContain("for us alone");
        }
    }
}
