package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import dev.synchronizer.settings.RevertScope;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.store.DeliveryState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** H: what administrators save on one server is saved on another one, by the way of every save. */
class H1StagedSettingsTest {
    private static final NewSettings NONE = NewSettings.none();

    @TempDir
    Path folder;

    private final List<SaveOrigin> origins = new ArrayList<>();
    private final Listener listener = Listener.of(
                    "listener", Serves.stores("main").kinds(SubjectKind.OVERRIDES, SubjectKind.DEFINITION))
            .onSaving(event -> origins.add(event.origin()));

    private Path models(String version, String... more) {
        return Site.jar(
                folder,
                version,
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + String.join("", more) + "}");
    }

    private Server two(Servers servers, Product product) {
        Server a = servers.start("a", product, models("1.0"));
        return a.tells(servers.start("b", product, builder -> builder.saveHandler(listener), models("1.0")));
    }

    private static Synchronizer at(Server server) {
        return server.site().synchronizer();
    }

    private static void set(Server server, String address, NewSettings settings) {
        at(server).overrides().set("Ada", Address.parse(address), settings);
    }

    /** Such as {@code Article.teaser.order=3 (Ada)}. */
    private static List<String> overrides(Server server) {
        return at(server).overrides().list().stream()
                .map(each -> each.address() + "=" + each.override().value() + " ("
                        + each.override().savedBy() + ")")
                .toList();
    }

    private static Optional<StoredType> type(Server server, String name) {
        return at(server).stored().types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    private static List<String> waiting(Server server) {
        return server.tasks().stream()
                .filter(task -> task.delivery().waiting())
                .map(H1StagedSettingsTest::line)
                .toList();
    }

    private static String line(StagedTask task) {
        return task.delivery().state() + " " + task.task().key() + ": "
                + task.answer().map(answer -> answer.messages()).orElse(List.of());
    }

    @OnEveryDatabase
    void overridesAreSavedAndTakenBackThereUnderTheOriginOfStaging(Product product) {
        try (Servers servers = new Servers()) {
            Server a = two(servers, product);
            Server b = servers.get("b");
            set(a, "Article.teaser", NONE.with("order", 3).withNothing("prompt").with("visible", false));
            set(a, "Article", NONE.with("access", List.of("b", "a")));
            a.run(b);
            assertThat(overrides(b)).isEqualTo(overrides(a)).hasSize(4);

            at(a).overrides().revert("Eve", RevertScope.at(Address.parse("Article.teaser.order")));
            set(a, "Article.teaser", NONE.with("groupName", "main"));
            a.run(b);

            assertThat(overrides(b)).isEqualTo(overrides(a)).hasSize(4);
            assertThat(origins).containsExactly(SaveOrigin.STAGING, SaveOrigin.STAGING, SaveOrigin.STAGING);
            assertThat(listener.saving().get(2))
                    .isEqualTo("UPDATE Article.teaser [groupName ADDED: nothing -> main, order RESET: 3 -> 0]");
            assertThat(a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void definitionsAreMadeThereWithTheSameGuidWhateverTheOrder(Product product) {
        try (Servers servers = new Servers()) {
            Server a = two(servers, product);
            Server b = servers.get("b");
            at(a).definitions().define("Ada", Definition.of("Part").withKind(ContentKind.BLOCK));
            at(a).definitions()
                    .define(
                            "Ada",
                            Definition.of("Shop")
                                    .withSettings(
                                            NONE.with("displayName", "A shop").with("icon", "cart"))
                                    .withProperty("parts", "LIST<BLOCK<Part>>")
                                    .withProperty(new PropertyDefinition(
                                            "old",
                                            "STRING",
                                            NONE.with("replacedBy", "text").with("maxLength", 7)))
                                    .withProperty("text", "STRING"));
            at(a).definitions().define("Ada", Definition.of("Article").withProperty("extra", "DATE"));
            Item shop = at(a).items().create("Ada", NewItem.of("Shop", "One").with("old", "x"));
            a.run(b);

            assertThat(waiting(a)).isEmpty();
            for (String name : List.of("Part", "Shop")) {
                StoredType there = type(b, name).orElseThrow();
                StoredType here = type(a, name).orElseThrow();
                assertThat(there.guid()).isEqualTo(here.guid());
                assertThat(there.ownSettings()).isEqualTo(here.ownSettings());
                assertThat(there.properties())
                        .extracting(each -> each.name() + each.ownType() + each.ownSettings())
                        .isEqualTo(here.properties().stream()
                                .map(each -> each.name() + each.ownType() + each.ownSettings())
                                .toList());
            }
            assertThat(type(b, "Article").orElseThrow().property("extra")).isPresent();
            assertThat(overrides(b)).isEqualTo(overrides(a));
            assertThat(b.get(shop.id()).values()).isEqualTo(shop.values());
            assertThat(origins).containsOnly(SaveOrigin.STAGING);
        }
    }

    @OnEveryDatabase
    void aGuidThatDoesNotFollowFromTheNameIsKept(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, source("1.0", "", "Shop"));
            try (Site renamed = a.site().another(source("1.1", "@RenamedFrom(\"Shop\") ", "Store"))) {
                Server b = servers.start("b", product, models("1.0"));
                a.tells(b);
                renamed.synchronizer().definitions().define("Ada", Definition.of("Shop"));
                a.run(b);

                assertThat(type(b, "Shop").orElseThrow().guid())
                        .isEqualTo(type(a, "Shop").orElseThrow().guid())
                        .isNotEqualTo(TypeGuid.derive("Shop"));
            }
        }
    }

    private Path source(String version, String annotation, String name) {
        return Site.jar(
                folder,
                version,
                annotation + "@ContentType public class " + name + " {" + property("String", "title") + "}");
    }

    @OnEveryDatabase
    void whatIsSaidNoLongerAndWhatIsDeletedGoesThereToo(Product product) {
        try (Servers servers = new Servers()) {
            Server a = two(servers, product);
            Server b = servers.get("b");
            at(a).definitions()
                    .define(
                            "Ada",
                            Definition.of("Shop")
                                    .withSettings(NONE.with("allowedChildren", List.of("Article")))
                                    .withProperty(
                                            new PropertyDefinition("price", "STRING", NONE.with("maxLength", 7))));
            set(a, "Shop.price", NONE.with("order", 3));
            Item shop = at(a).items().create("Ada", NewItem.of("Shop", "One").with("price", "1"));
            a.run(b);
            at(a).definitions()
                    .define(
                            "Ada",
                            Definition.of("Shop")
                                    .withSettings(NONE.withNothing("allowedChildren"))
                                    .withProperty(
                                            new PropertyDefinition("price", "LONG", NONE.withNothing("maxLength"))));
            a.run(b);
            assertThat(type(b, "Shop").orElseThrow().ownSettings().asMap()).isEmpty();
            assertThat(type(b, "Shop").orElseThrow().properties().get(0).ownType())
                    .hasToString("LONG");
            assertThat(b.get(shop.id()).get("price")).contains(1L);

            at(a).items().delete("Ada", shop.id());
            at(a).items().purge("Ada", shop.id());
            at(a).definitions().undefine("Ada", Address.parse("Shop"));
            a.run(b);

            assertThat(waiting(a)).isEmpty();
            assertThat(type(b, "Shop")).isEmpty();
            assertThat(overrides(b)).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatTheOtherServerHasAddedKeepsADefinitionFromGoing(Product product) {
        try (Servers servers = new Servers()) {
            Server a = two(servers, product);
            Server b = servers.get("b");
            at(a).definitions().define("Ada", Definition.of("Shop").withProperty("price", "STRING"));
            a.run(b);
            at(b).definitions().define("Bob", Definition.of("Shop").withProperty("own", "STRING"));
            set(b, "Shop.price", NONE.with("order", 3));
            UUID item = at(b).items().create("Bob", NewItem.of("Shop", "One")).id();
            at(a).definitions().undefine("Ada", Address.parse("Shop"));
            a.run(b);

            assertThat(waiting(a))
                    .anySatisfy(line -> assertThat(line)
                            .contains("definition:Shop:")
                            .contains("definition:Shop.own", "overrides:Shop.price", "item:" + item))
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("BLOCKED definition:Shop.price:")
                            .contains("overrides:Shop.price"));
            assertThat(type(b, "Shop").orElseThrow().properties()).hasSize(2);
        }
    }

    @OnEveryDatabase
    void whatDoesNotApplyThereIsRefusedOrWaitsAndSaysWhy(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models("1.1", property("String", "lead")));
            Server b = servers.start(
                    "b", product, models("1.0", "@Property(locked = \"order\") " + property("String", "extra")));
            a.tells(b);
            set(a, "Article.lead", NONE.with("order", 3));
            at(a).definitions().define("Ada", Definition.of("Article").withProperty("extra", "STRING"));
            a.run(b);

            assertThat(waiting(a))
                    .satisfiesExactly(
                            lead -> assertThat(lead)
                                    .startsWith("BLOCKED overrides:Article.lead:")
                                    .contains("1.0", "1.1", "lead"),
                            extra -> assertThat(extra)
                                    .startsWith("RETRY definition:Article.extra:")
                                    .contains("declares Article.extra"));
        }
    }

    @OnEveryDatabase
    void aVetoThereIsSaidHere(Product product) {
        listener.onSaving(event -> event.veto("NO", "not on this server"));
        try (Servers servers = new Servers()) {
            Server a = two(servers, product);
            set(a, "Article", NONE.with("order", 3));
            at(a).definitions().define("Ada", Definition.of("Shop"));
            a.run(servers.get("b"));

            assertThat(waiting(a)).hasSize(2).allMatch(line -> line.contains("not on this server"));
            assertThat(overrides(servers.get("b"))).isEmpty();
            assertThat(type(servers.get("b"), "Shop")).isEmpty();
        }
    }

    @OnEveryDatabase
    void rulesAreSavedSwitchedAndRemovedThere(Product product) {
        try (Servers servers = new Servers()) {
            Server a = two(servers, product);
            Server b = servers.get("b");
            at(a).definitions().define("Ada", Definition.of("Shop").withProperty("note", "TEXT"));
            at(a).rules().save("Ada", Ruled.of(Ruled.rule("r", "item.note == 'a'", "set note=x"), "main", "Shop"));
            at(a).rules().save("Ada", Ruled.rule("s", "", "set title=x"));
            a.run(b);
            assertThat(at(b).rules().list())
                    .extracting(kept -> kept.rule())
                    .isEqualTo(at(a).rules().list().stream()
                            .map(kept -> kept.rule())
                            .toList());

            at(a).rules().disable("Ada", "r");
            at(a).rules().remove("Ada", "s");
            a.run(b);

            assertThat(waiting(a)).isEmpty();
            assertThat(at(b).rules().get("r").known().enabled()).isFalse();
            assertThat(at(b).rules().list()).hasSize(1);
        }
    }

    @OnEveryDatabase
    void bothServersCanSaveTheFirstSettingsOfAnAddressAndNothingIsSentBack(Product product) {
        try (Servers servers = new Servers()) {
            Server a = two(servers, product);
            Server b = servers.get("b");
            b.tells(a);
            set(a, "Article", NONE.with("order", 3));
            a.run(b);
            assertThat(b.tasks(DeliveryState.values())).isEmpty();
            set(b, "Article", NONE.with("icon", "page"));
            b.run(a);

            assertThat(overrides(a)).isEqualTo(overrides(b)).hasSize(2);
            assertThat(a.open()).isZero();
            assertThat(b.open()).isZero();
        }
    }
}
