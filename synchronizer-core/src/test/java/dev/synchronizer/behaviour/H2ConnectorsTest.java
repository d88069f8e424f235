package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.Subscription;
import dev.synchronizer.integration.Subscription.Form;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.store.DeliveryState;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** H: whom the store knows as connectors, what each is told, and when. */
class H2ConnectorsTest {
    @TempDir
    Path folder;

    private final OtherSystem shop = new OtherSystem("shop", Subscription.to(Form.SNAPSHOT));

    @OnEveryDatabase
    void aSnapshotHoldsTheWholeItemAndWhatItRefersTo(Product product) {
        try (Connected site = Connected.start(product, folder, shop)) {
            Item other = site.create("Other");
            Item item = site.site()
                    .items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "One")
                                    .below(other.id())
                                    .with("title", "One")
                                    .with("related", new ContentReference(other.id())));
            site.run(shop);

            assertThat(shop.told().get(1).payload())
                    .isEqualTo(("{'id':'%s','type':'Article','name':'One','revision':1,'parent':'%s','deleted':false,"
                                    + "'values':{'related':'%s','title':'One'},"
                                    + "'references':[{'id':'%s','type':'Article','name':'Other'}]}")
                            .formatted(item.id(), other.id(), other.id(), other.id())
                            .replace('\'', '"'));
        }
    }

    @OnEveryDatabase
    void whoIsWaitedForIsToldBeforeTheSaveReturnsAndCannotFailIt(Product product) {
        OtherSystem index = new OtherSystem(
                "index",
                Subscription.to(Form.SIMPLE).operations(SaveOperation.CREATE).waitedFor());
        try (Connected site = Connected.start(product, folder, index, shop)) {
            Item item = site.create("One");
            assertThat(index.heard()).containsExactly("CREATE One");
            assertThat(shop.heard()).as("in the background").isEmpty();

            index.answering((task, ids) -> {
                throw new IllegalStateException("away");
            });
            assertThat(site.create("Two").revision()).isEqualTo(1);
            site.save(item, "Uno");
            assertThat(index.heard()).containsExactly("CREATE One", "CREATE Two");
            assertThat(site.task(index).state()).isEqualTo(DeliveryState.RETRY);
        }
    }

    @OnEveryDatabase
    void nodesWithoutTheCodeLogWhatOthersTell(Product product) {
        try (Connected site = Connected.start(product, folder, shop);
                Connected other = site.another()) {
            site.integration().connectors().list();
            other.create("One");
            assertThatThrownBy(() -> other.run(shop))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("CT1104");

            assertThat(site.run(shop).count(DeliveryState.DONE)).isEqualTo(1);
            assertThat(other.tasks(shop)).allMatch(ConnectorTask::isDone);
        }
    }

    @OnEveryDatabase
    void theFirstSaveOfANodeIsToldAlready(Product product) {
        try (Connected site = Connected.start(product, folder);
                Connected later = site.another(shop)) {
            site.create("Before");
            later.create("One");
            site.create("Behind");
            later.run(shop);

            assertThat(shop.heard()).containsExactly("CREATE One", "CREATE Behind");
        }
    }

    @OnEveryDatabase
    void aConnectorThatIsKnownAlreadyIsNotWrittenAgain(Product product) {
        try (Connected site = Connected.start(product, folder, shop)) {
            site.integration().connectors().disable("Ada", "shop");
            int changes = site.site().synchronizer().changes(100).size();
            OtherSystem more = new OtherSystem("shop", Subscription.to(Form.SIMPLE));
            try (Connected same = site.another(shop)) {
                same.create("One");
                assertThat(site.site().synchronizer().changes(100)).hasSize(changes);
            }
            try (Connected changed = site.another(more)) {
                changed.create("Two");
                assertThat(site.site().synchronizer().changes(100)).hasSize(changes + 1);
            }
            assertThat(site.integration().connectors().get("shop").enabled())
                    .as("what people said stays")
                    .isFalse();
        }
    }

    @OnEveryDatabase
    void whatIsDisabledIsToldNothingAndWhatWaitsStays(Product product) {
        try (Connected site = Connected.start(product, folder, shop)) {
            site.create("One");
            site.integration().connectors().disable("Ada", "shop");
            site.create("Two");
            site.receive(shop, "1", "a-1", "Three");
            assertThat(site.run(shop).total()).isZero();

            site.integration().connectors().enable("Ada", "shop");
            site.run(shop);

            assertThat(shop.heard()).containsExactly("CREATE One");
            assertThat(site.items()).extracting(Item::name).contains("Three");
        }
    }

    @OnEveryDatabase
    void whatIsOnItsWayToAndFromOneThatIsRemovedIsDropped(Product product) {
        try (Connected site = Connected.start(product, folder, shop)) {
            site.create("One");
            site.receive(shop, "1", "a-1", "Two");

            assertThat(site.integration().connectors().remove("Ada", "shop")).isEqualTo(2);

            assertThat(site.integration().connectors().list()).isEmpty();
            site.create("Three");
            assertThat(site.tasks(shop))
                    .extracting(ConnectorTask::state)
                    .containsExactly(DeliveryState.DROPPED, DeliveryState.DROPPED);
            assertThat(shop.heard()).isEmpty();
        }
    }

    @OnEveryDatabase
    void theSourceHearsNoEchoAndOthersDo(Product product) {
        OtherSystem crm = new OtherSystem("crm", Subscription.to(Form.SIMPLE));
        try (Connected site = Connected.start(product, folder, shop, crm)) {
            site.receive(crm, "1", "a-1", "One");
            site.run(crm);
            site.run(shop);
            assertThat(shop.heard()).containsExactly("CREATE One");
            assertThat(crm.heard()).isEmpty();

            site.save(site.items().get(0), "Two");
            site.run(crm);
            assertThat(crm.heard()).as("what is saved here is told").containsExactly("UPDATE One");
        }
    }

    @OnEveryDatabase
    void whatAHandlerMakesOfItBehindTheSaveIsToldToTheSourceToo(Product product) {
        OtherSystem crm = new OtherSystem("crm", Subscription.to(Form.SIMPLE));
        Listener stamping = Listener.of("stamping").onSaved(event -> {
            Items items = event.via(Items.class);
            Item item = items.get(UUID.fromString(event.subject().key()));
            if (item.get("teaser").isEmpty()) {
                items.save("Ada", item.with("teaser", "by the house"));
            }
        });
        try (Connected site = Connected.start(product, folder, builder -> builder.saveHandler(stamping), crm)) {
            site.receive(crm, "1", "a-1", "One");
            site.run(crm);

            assertThat(crm.heard()).containsExactly("UPDATE One");
        }
    }

    @OnEveryDatabase
    void idsBelongTogetherOneToOne(Product product) {
        try (Connected site = Connected.start(product, folder, shop)) {
            Item one = site.create("One");
            Item two = site.create("Two");
            shop.answering((task, ids) -> {
                ids.bind(task.item().orElseThrow(), "s-" + task.name());
                return Outcome.OK;
            });
            site.run(shop);
            assertThat(site.integration().ids("shop").item("s-One")).contains(one.id());
            assertThat(site.integration().ids("shop").foreignId(two.id())).contains("s-Two");

            shop.answering((task, ids) -> {
                ids.bind(task.item().orElseThrow(), "s-Two");
                return Outcome.OK;
            });
            site.save(one, "Uno");
            site.run(shop);

            assertThat(site.task(shop).state()).isEqualTo(DeliveryState.RETRY);
            assertThat(site.task(shop).messages()).singleElement().asString().contains("CT1101");
            assertThat(site.integration().ids("shop").foreignId(one.id())).contains("s-One");
            assertThatThrownBy(() -> site.integration().ids("shop").bind(one.id(), "s-3"))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("CT1101");
        }
    }

    @OnEveryDatabase
    void connectorsHaveNamesOfTheirOwn(Product product) {
        for (List<OtherSystem> wrong : List.of(List.of(shop, shop), List.of(new OtherSystem("a shop")))) {
            assertThatThrownBy(() -> Connected.start(product, folder, wrong.toArray(OtherSystem[]::new)))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("CT1103");
        }
    }
}
