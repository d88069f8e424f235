package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.model.Address;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.Overrides;
import dev.synchronizer.settings.PropertyDefinition;
import dev.synchronizer.settings.RevertScope;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.PayloadJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** H: what administrators save is told, each thing by its own key. */
class H1ToldSettingsTest {
    private static final NewSettings NONE = NewSettings.none();

    @TempDir
    Path folder;

    private final Listener listener =
            Listener.of("listener", Serves.stores("main").kinds(SubjectKind.OVERRIDES, SubjectKind.DEFINITION));

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + "}");
    }

    private Server server(Servers servers, Product product) {
        Server a = servers.start("a", product, builder -> builder.saveHandler(listener), models());
        return a.tells(servers.start("b", product, models()));
    }

    private static Synchronizer at(Server server) {
        return server.site().synchronizer();
    }

    private static void set(Server server, String address, NewSettings settings) {
        at(server).overrides().set("Ada", Address.parse(address), settings);
    }

    private static List<StoredTask> tasks(Server server) {
        return server.tasks().stream().map(StagedTask::task).toList();
    }

    /** Such as {@code UPDATE overrides:Article {order=3}}. */
    private static List<String> told(Server server) {
        List<String> told = new ArrayList<>();
        for (StoredTask task : tasks(server)) {
            Payload payload = PayloadJson.read(task.payload());
            told.add(task.operation() + " " + task.key() + " " + payload.after());
        }
        return told;
    }

    @OnEveryDatabase
    void whatIsSavedForAnAddressIsToldAsAWholeWithNullAsAValue(Product product) {
        try (Servers servers = new Servers()) {
            Server a = server(servers, product);
            set(a, "Article.teaser", NONE.with("order", 3).withNothing("prompt"));
            set(a, "Article.teaser", NONE.with("order", 4));
            set(a, "Article.teaser", NONE.with("order", 4));
            set(a, "Article", NONE.with("access", List.of("b", "a")));

            assertThat(told(a))
                    .containsExactly(
                            "UPDATE overrides:Article.teaser {order=3, prompt=null}",
                            "UPDATE overrides:Article.teaser {order=4, prompt=null}",
                            "UPDATE overrides:Article {access=[\"a\",\"b\"]}");
            Payload second = PayloadJson.read(tasks(a).get(1).payload());
            assertThat(second.before()).hasToString("{order=3, prompt=null}");
            assertThat(second.about().module()).isEqualTo("site");
            assertThat(second.about().version()).isEqualTo("1.0");
            assertThat(tasks(a)).allSatisfy(task -> assertThat(task.needs()).isEmpty());
        }
    }

    @OnEveryDatabase
    void aRevertOfManyAddressesIsToldOnceForEach(Product product) {
        try (Servers servers = new Servers()) {
            Server a = server(servers, product);
            set(a, "Article", NONE.with("order", 3));
            set(a, "Article.teaser", NONE.with("order", 3).with("visible", false));
            at(a).overrides().revert("Ada", RevertScope.at(Address.parse("Article.teaser.order")));
            at(a).overrides().revert("Ada", RevertScope.everything());

            assertThat(told(a).subList(2, 5))
                    .containsExactly(
                            "DELETE overrides:Article.teaser {visible=false}",
                            "DELETE overrides:Article {}",
                            "DELETE overrides:Article.teaser {}");
        }
    }

    @OnEveryDatabase
    void aDefinitionIsToldPartByPartWithWhatIsSavedBesideItAndWhatItNeeds(Product product) {
        try (Servers servers = new Servers()) {
            Server a = server(servers, product);
            at(a).definitions().define("Ada", Definition.of("Part").withKind(ContentKind.BLOCK));
            at(a).definitions()
                    .define(
                            "Ada",
                            Definition.of("Shop")
                                    .withSettings(NONE.with("displayName", "A shop")
                                            .with("allowedChildren", List.of("Article", "Part")))
                                    .withProperty("parts", "LIST<BLOCK<Part>>")
                                    .withProperty(new PropertyDefinition(
                                            "old",
                                            "STRING",
                                            NONE.with("replacedBy", "parts").with("order", 7))));
            at(a).definitions().define("Ada", Definition.of("Article").withProperty("extra", "DATE"));

            assertThat(told(a))
                    .containsExactly(
                            "CREATE definition:Part {kind=\"BLOCK\"}",
                            "CREATE definition:Shop {allowedChildren=[\"Article\",\"Part\"]}",
                            "CREATE definition:Shop.old {dataType=\"STRING\", replacedBy=\"parts\"}",
                            "CREATE definition:Shop.parts {dataType=\"LIST<BLOCK<Part>>\"}",
                            "UPDATE overrides:Shop {displayName=\"A shop\"}",
                            "UPDATE overrides:Shop.old {order=7}",
                            "CREATE definition:Article.extra {dataType=\"DATE\"}");
            assertThat(tasks(a))
                    .extracting(task -> String.join(" ", task.needs()))
                    .containsExactly(
                            "",
                            "definition:Part",
                            "definition:Shop definition:Shop.parts",
                            "definition:Shop definition:Part",
                            "definition:Shop",
                            "definition:Shop definition:Shop.old",
                            "");
        }
    }

    @OnEveryDatabase
    void whatGoesWithADefinitionIsToldBeforeIt(Product product) {
        try (Servers servers = new Servers()) {
            Server a = server(servers, product);
            at(a).definitions()
                    .define(
                            "Ada",
                            Definition.of("Shop")
                                    .withProperty("price", "DECIMAL")
                                    .withProperty("note", "TEXT"));
            set(a, "Shop", NONE.with("order", 3));
            set(a, "Shop.price", NONE.with("order", 3));
            int before = told(a).size();
            at(a).definitions().undefine("Ada", Address.parse("Shop"));

            assertThat(told(a).subList(before, told(a).size()))
                    .containsExactly(
                            "DELETE overrides:Shop.price {}",
                            "DELETE overrides:Shop {}",
                            "DELETE definition:Shop.price null",
                            "DELETE definition:Shop.note null",
                            "DELETE definition:Shop null");
        }
    }

    @OnEveryDatabase
    void rulesAreToldByTheirMembers(Product product) {
        try (Servers servers = new Servers()) {
            Server a = server(servers, product);
            at(a).definitions().define("Ada", Definition.of("Shop").withProperty("note", "TEXT"));
            at(a).rules().save("Ada", Ruled.of(Ruled.rule("r", "", "set note=x"), "main", "Shop"));
            at(a).rules().disable("Ada", "r");
            at(a).rules().disable("Ada", "r");
            at(a).rules().remove("Ada", "r");

            List<String> told = told(a);
            assertThat(told.subList(2, told.size()))
                    .containsExactly(
                            "CREATE rule:r " + rule("true"), "UPDATE rule:r " + rule("false"), "DELETE rule:r null");
            assertThat(tasks(a).get(2).needs()).containsExactly("definition:Shop", "definition:Shop.note");
        }
    }

    private static String rule(String enabled) {
        return "{actions=[{\"do\":\"set\",\"property\":\"note\",\"value\":\"x\"}], condition=\"\", enabled=" + enabled
                + ", order=0, store=\"main\", types=[\"Shop\"]}";
    }

    @OnEveryDatabase
    void whatHandlersSaveOnTheWayIsToldInTheOrderInWhichItIsWritten(Product product) {
        listener.onSaving(event -> {
            if (event.subject().key().equals("Article")) {
                event.via(Overrides.class).set("Bob", Address.parse("Article.teaser"), NONE.with("order", 1));
            }
        });
        listener.onSaved(event -> {
            if (event.subject().key().equals("Article")) {
                event.via(Overrides.class).set("Bob", Address.parse("Article.title"), NONE.with("order", 2));
            }
        });
        try (Servers servers = new Servers()) {
            Server a = server(servers, product);
            set(a, "Article", NONE.with("order", 9));

            assertThat(told(a))
                    .containsExactly(
                            "UPDATE overrides:Article.teaser {order=1}",
                            "UPDATE overrides:Article {order=9}",
                            "UPDATE overrides:Article.title {order=2}");
        }
    }

    @OnEveryDatabase
    void whatIsVetoedOrRolledBackIsNotTold(Product product) {
        try (Servers servers = new Servers()) {
            Server a = server(servers, product);
            listener.onSaved(event -> {
                throw new IllegalStateException("too late");
            });
            assertThatThrownBy(() -> set(a, "Article", NONE.with("order", 9))).isInstanceOf(RuntimeException.class);
            listener.onSaving(event -> event.veto("NO", "no"));
            assertThatThrownBy(() -> set(a, "Article", NONE.with("order", 9))).isInstanceOf(SaveVetoedException.class);

            assertThat(told(a)).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatARunDeletesAlongWithAnOrphanIsNotTold(Product product) {
        try (Servers servers = new Servers()) {
            Server a = server(servers, product);
            set(a, "Article.teaser", NONE.with("order", 9));
            Path without =
                    Site.jar(folder, "1.1", "@ContentType public class Article {" + property("String", "title") + "}");
            try (Site later = a.site()
                    .another(
                            builder -> builder.policy(Policy.standard().withOrphans(new OrphanPolicy.Delete())),
                            without)) {
                assertThat(later.synchronizer().overrides().list()).isEmpty();
            }

            assertThat(told(a)).containsExactly("UPDATE overrides:Article.teaser {order=9}");
        }
    }
}
