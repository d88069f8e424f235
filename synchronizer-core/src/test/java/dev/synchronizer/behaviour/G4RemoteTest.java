package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** What one node saves, handlers on the others are told of. */
class G4RemoteTest {
    @TempDir
    Path folder;

    private final Hearer hearer = Hearer.ofItems();

    private Path models() {
        return ListeningNodes.models(folder);
    }

    private Site listening(Site site, Consumer<SynchronizerBuilder> configuration) {
        return ListeningNodes.another(site, configuration, models());
    }

    private Site listening(Site site) {
        return listening(site, builder -> builder.saveHandler(hearer));
    }

    @OnEveryDatabase
    void anotherNodeIsToldOnceOfWhatNobodyLooksAtWhereItIsSaved(Product product) {
        try (Site site = Site.start(product, models());
                Site node = listening(site)) {
            Item item = site.items().create("Ada", NewItem.of("Article", "A").with("title", "Old"));
            site.items().save("Ada", item.with("title", "New").with("teaser", "de", "Neu"));
            site.items().rename("Ada", item.id(), "B");
            site.items().delete("Ada", item.id());
            site.items().purge("Ada", item.id());

            node.synchronizer().catchUp();

            assertThat(hearer.heard())
                    .containsExactly(
                            "CREATE A [] 1", "UPDATE A [, de] 2", "RENAME A [] 3", "DELETE B [] 3", "PURGE B [] 3");
            node.synchronizer().catchUp();
            assertThat(hearer.heard()).isEmpty();
        }
    }

    @OnEveryDatabase
    void itIsToldWhatWasSavedByWhomAndWhen(Product product) {
        Instant noon = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MICROS);
        try (Site site = Site.start(product, builder -> builder.clock(Clock.fixed(noon, ZoneOffset.UTC)), models());
                Site node = listening(site)) {
            Item item = site.items()
                    .with(SaveOptions.standard().from(SaveOrigin.UI))
                    .create("Ada", NewItem.of("Article", "A"));

            node.synchronizer().catchUp();

            assertThat(hearer.events()).singleElement().satisfies(event -> {
                assertThat(event.store()).isEqualTo("main");
                assertThat(event.node()).matches(".*/[0-9]+/[0-9a-f-]{36}");
                assertThat(event.at()).isEqualTo(noon);
                assertThat(event.subject()).isEqualTo(Subject.ofItem(item.id(), "Article", "A"));
                assertThat(event.operation()).isEqualTo(SaveOperation.CREATE);
                assertThat(event.origin()).isEqualTo(SaveOrigin.UI);
            });
        }
    }

    @OnEveryDatabase
    void aNodeHearsNothingOfItsOwnSaves(Product product) {
        Hearer other = Hearer.ofItems();
        try (Site site = Site.start(product, models());
                Site node = listening(site);
                Site third = listening(site, builder -> builder.saveHandler(other))) {
            node.create("Article", "A");

            node.synchronizer().catchUp();
            third.synchronizer().catchUp();

            assertThat(hearer.heard()).isEmpty();
            assertThat(other.heard()).containsExactly("CREATE A [] 1");
        }
    }

    @OnEveryDatabase
    void whatIsRolledBackIsNotTold(Product product) {
        Listener failing = Listener.of("failing").onSaved(event -> {
            throw new IllegalStateException("no room");
        });
        try (Site site = Site.start(product, builder -> builder.saveHandler(failing), models());
                Site node = listening(site)) {
            assertThatThrownBy(() -> site.create("Article", "A")).hasMessage("no room");

            node.synchronizer().catchUp();

            assertThat(hearer.heard()).isEmpty();
            assertThat(ListeningNodes.announced(site)).isZero();
        }
    }

    @OnEveryDatabase
    void nestedSavesAndSuppressedOnesAreTold(Product product) {
        Listener nesting = Listener.of("nesting", Serves.stores("main").types("Article"))
                .onSaved(event -> event.via(Items.class).create("handler", NewItem.of("Topic", "T")));
        try (Site site = Site.start(product, builder -> builder.saveHandler(nesting), models());
                Site node = listening(site)) {
            site.create("Article", "A");
            site.items().with(SaveOptions.standard().suppress("nesting")).create("Ada", NewItem.of("Article", "Quiet"));

            node.synchronizer().catchUp();

            assertThat(hearer.heard()).containsExactly("CREATE T [] 1", "CREATE A [] 1", "CREATE Quiet [] 1");
        }
    }

    @OnEveryDatabase
    void importsAreToldThoseThatGoOnAfterAnErrorToo(Product product) {
        try (Site source = Site.start(product, models());
                Site site = Site.start(product, models());
                Site node = listening(site)) {
            for (int i = 0; i < 1_500; i++) {
                source.create("Topic", "T");
            }
            byte[] lines = exported(source);

            site.transfer().importFrom("Ada", new ByteArrayInputStream(lines), ImportOptions.allOrNothing());
            node.synchronizer().catchUp();
            assertThat(hearer.heard()).hasSize(1_500).containsOnly("CREATE T [] 1");

            source.create("Article", "A");
            site.transfer()
                    .importFrom(
                            "Ada",
                            new ByteArrayInputStream(exported(source)),
                            ImportOptions.allOrNothing().withContinueOnError(true));
            node.synchronizer().catchUp();
            assertThat(hearer.heard()).containsExactly("CREATE A [] 1");
        }
    }

    private static byte[] exported(Site site) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        site.transfer().export(ItemQuery.all(), lines);
        return lines.toString(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }

    @OnEveryDatabase
    void whatAdministratorsAndRunsChangeIsToldToThoseWhoServeIt(Product product) {
        Hearer types = new Hearer("types", Serves.stores("main").kinds(SubjectKind.OVERRIDES, SubjectKind.MODEL));
        AtomicReference<@Nullable String> read = new AtomicReference<>();
        try (Site site = Site.start(product, models());
                Site node = listening(site, builder -> builder.saveHandler(types))) {
            node.synchronizer().catalog().type("Article");
            types.onRemote(event -> read.set(node.synchronizer()
                    .catalog()
                    .type("Article")
                    .orElseThrow()
                    .settings()
                    .text(SettingKey.DISPLAY_NAME)));
            site.synchronizer()
                    .overrides()
                    .set("Ada", Address.parse("Article"), NewSettings.none().with("displayName", "Story"));
            node.synchronizer().catchUp();

            assertThat(types.heard()).containsExactly("UPDATE Article [] 0");
            assertThat(read.get()).as("the catalog is up to date by then").isEqualTo("Story");

            Path more = Site.jar(
                    folder,
                    "1.1",
                    "@ContentType public class Article {" + property("String", "title") + "}",
                    "@ContentType public class Banner {" + property("String", "title") + "}");
            site.another(more).close();
            node.synchronizer().catchUp();
            assertThat(types.events())
                    .extracting(event -> event.operation() + " " + event.subject() + " " + event.origin())
                    .contains("CREATE Banner MODEL_SYNC");
        }
    }
}
