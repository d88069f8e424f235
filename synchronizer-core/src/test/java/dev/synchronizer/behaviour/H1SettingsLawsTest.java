package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.fixtures.GeneratedDefinitions;
import dev.synchronizer.fixtures.GeneratedOverrides;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import dev.synchronizer.settings.RevertScope;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.TaskKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/** H: whatever administrators do on one server, the other one comes to say the same; a failure names its seed. */
class H1SettingsLawsTest {
    private static final NewSettings NONE = NewSettings.none();

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + "}",
                "@ContentType(kind = dev.synchronizer.annotation.ContentKind.BLOCK) public class Quote {"
                        + property("String", "text") + "}");
    }

    @OnEveryDatabase
    void whateverIsSavedIsSavedThere(Product product) {
        long seed = product.ordinal();
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.tells(b);
            b.tells(a);
            Deeds deeds = new Deeds(a.site().synchronizer(), seed);
            for (int i = 0; i < 60; i++) {
                deeds.one();
                if (i % 12 == 11) {
                    settle(a, b);
                }
            }
            settle(a, b);

            assertThat(deeds.done).as("seed %d", seed).isGreaterThan(20);
            assertThat(said(b)).as("seed %d", seed).isEqualTo(said(a));
            assertThat(b.tasks(DeliveryState.values())).as("seed %d", seed).isEmpty();
        }
    }

    /** What waits for something is tried again as soon as that has come. */
    private static void settle(Server a, Server b) {
        for (int i = 0; i < 10 && a.open() > 0; i++) {
            a.run(b);
        }
        assertThat(a.open())
                .as(() -> a.tasks().stream()
                        .filter(task -> task.delivery().waiting())
                        .map(task -> task.delivery().state() + " " + task.task().key() + task.answer())
                        .toList()
                        .toString())
                .isZero();
    }

    @OnEveryDatabase
    void whateverIsStoredIsToldAsItIs(Product product) {
        long seed = product.ordinal();
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.tells(b);
            generate(a, seed);
            a.staging().enqueue("Ada", keys(a), Optional.empty());
            settle(a, b);

            assertThat(said(b)).as("seed %d", seed).isEqualTo(said(a)).hasSizeGreaterThan(10);
        }
    }

    private static void generate(Server server, long seed) {
        GeneratedDefinitions definitions = new GeneratedDefinitions(seed);
        GeneratedOverrides overrides = new GeneratedOverrides(seed);
        try (JdbcStore store = new JdbcStore(server.site().database().dataSource())) {
            for (int i = 0; i < 25; i++) {
                store.inTransaction(transaction -> {
                    definitions.defineSome(transaction);
                    return null;
                });
            }
            store.inTransaction(transaction -> {
                overrides.saveSome(transaction);
                // No release on the other server has such a setting either.
                transaction.deleteOverrides(transaction.load().overrides().stream()
                        .filter(override -> override.key() == null)
                        .toList());
                return null;
            });
        }
    }

    private static List<TaskKey> keys(Server server) {
        List<TaskKey> keys = new ArrayList<>();
        for (StoredType type : stored(server).types()) {
            if (type.module() == null) {
                keys.add(TaskKey.definition(type.name()));
            }
            keys.add(new TaskKey(TaskKey.OVERRIDES, type.name()));
            type.properties().forEach(property -> {
                String address = type.name() + "." + property.name();
                if (property.origin() == Origin.ADMIN) {
                    keys.add(TaskKey.definition(address));
                }
                keys.add(new TaskKey(TaskKey.OVERRIDES, address));
            });
        }
        return keys;
    }

    private static StoredModel stored(Server server) {
        return server.site().synchronizer().stored();
    }

    /** All that administrators say, in words; by whom, is lost where tasks of several people are merged. */
    private static List<String> said(Server server) {
        List<String> said = new ArrayList<>();
        for (StoredType type : stored(server).types()) {
            said.add(type.name() + " " + type.guid() + " " + type.origin() + " " + type.ownSettings());
            type.properties()
                    .forEach(property -> said.add(type.name() + "." + property.name() + " " + property.dataType() + " "
                            + property.origin() + " " + property.ownSettings()));
        }
        server.site().synchronizer().overrides().list().forEach(each -> {
            SettingOverride override = each.override();
            said.add(each.address() + "=" + override.value());
        });
        server.site()
                .synchronizer()
                .rules()
                .list()
                .forEach(kept -> said.add(kept.known().toString()));
        return said.stream().sorted().toList();
    }

    /** What administrators happen to do; what is refused, they leave. */
    private static final class Deeds {
        private final Synchronizer on;
        private final Random random;
        private int done;

        Deeds(Synchronizer on, long seed) {
            this.on = on;
            random = new Random(seed * 131 + 5);
        }

        void one() {
            try {
                switch (random.nextInt(9)) {
                    case 0, 1 -> defineType();
                    case 2, 3 -> defineProperty();
                    case 4, 5 -> save();
                    case 6 -> on.overrides().revert("Ada", RevertScope.at(address()));
                    case 7 -> on.definitions().undefine("Ada", address());
                    default -> rule();
                }
                done++;
            } catch (ProblemsException e) {
                // It is not saved here, and so not there.
            }
        }

        private String type() {
            return List.of("Article", "Quote", "Shop", "Part", "Hall").get(random.nextInt(5));
        }

        private String propertyName() {
            return List.of("title", "one", "two", "three").get(random.nextInt(4));
        }

        private Address address() {
            return random.nextBoolean() ? Address.ofType(type()) : Address.ofProperty(type(), propertyName());
        }

        private void defineType() {
            Definition definition =
                    Definition.of(List.of("Shop", "Part", "Hall").get(random.nextInt(3)));
            definition = random.nextBoolean() ? definition : definition.withKind(ContentKind.BLOCK);
            NewSettings more =
                    random.nextBoolean() ? NONE : definition.settings().with("displayName", "D" + random.nextInt(9));
            on.definitions()
                    .define(
                            "Ada",
                            (more.equals(NONE) ? definition : definition.withSettings(more))
                                    .withProperty(propertyName(), dataType()));
        }

        private void defineProperty() {
            NewSettings settings = NONE;
            settings = random.nextInt(3) == 0 ? settings.with("replacedBy", propertyName()) : settings;
            settings = random.nextInt(3) == 0 ? settings.withNothing("maxLength") : settings;
            settings = random.nextInt(3) == 0 ? settings.with("maxLength", 1 + random.nextInt(99)) : settings;
            settings = random.nextInt(3) == 0 ? settings.with("order", random.nextInt(99)) : settings;
            on.definitions()
                    .define(
                            "Bob",
                            Definition.of(type())
                                    .withProperty(new PropertyDefinition(propertyName(), dataType(), settings)));
        }

        private String dataType() {
            return List.of("STRING", "STRING", "TEXT", "LIST<STRING>", "BLOCK<Part>", "LIST<BLOCK<Quote>>")
                    .get(random.nextInt(6));
        }

        private void save() {
            NewSettings settings = NONE.with("displayName", "S" + random.nextInt(9));
            settings = random.nextBoolean() ? settings : settings.withNothing("groupName");
            on.overrides()
                    .set("Ada", address(), random.nextBoolean() ? settings : settings.with("order", random.nextInt(9)));
        }

        private void rule() {
            String name = "r" + random.nextInt(3);
            switch (random.nextInt(4)) {
                case 0 -> on.rules().remove("Ada", name);
                case 1 -> on.rules().disable("Bob", name);
                default ->
                    on.rules()
                            .save(
                                    "Ada",
                                    Ruled.of(Ruled.rule(name, "", "set title=x" + random.nextInt(9)), "main", type()));
            }
        }
    }
}
