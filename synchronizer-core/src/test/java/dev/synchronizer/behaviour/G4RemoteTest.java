package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.store.NodeEvent;
import dev.synchronizer.store.SaveFailure;
import dev.synchronizer.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + "@Property(localized = true) "
                        + property("String", "teaser") + "}",
                "@ContentType public class Topic {" + property("String", "title") + "}");
    }

    /** Another node that listens from now on. */
    private Site listening(Site site, Consumer<SynchronizerBuilder> configuration) {
        Site node = site.another(configuration, models());
        node.synchronizer().catchUp();
        return node;
    }

    private Site listening(Site site) {
        return listening(site, builder -> builder.saveHandler(hearer));
    }

    private static long announced(Site site) {
        return Rows.counted(site.database()).getOrDefault("ct_node_event", -1L);
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
            assertThat(announced(site)).isZero();
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
    void whatIsCommittedAfterALaterNumberIsToldWhenItIsThere(Product product) {
        try (Site site = Site.start(product, models());
                Site node = listening(site);
                JdbcStore slow = new JdbcStore(site.database().dataSource())) {
            slow.writingContent(content -> {
                content.announce(List.of(event("slow")));
                site.create("Article", "quick");
                node.synchronizer().catchUp();
                assertThat(hearer.heard()).containsExactly("CREATE quick [] 1");
                return true;
            });
            site.create("Article", "next");

            node.synchronizer().catchUp();

            assertThat(hearer.heard()).containsExactly("CREATE slow [] 1", "CREATE next [] 1");
            node.synchronizer().catchUp();
            assertThat(hearer.heard()).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatIsUnderWayWhenANodeBeginsToListenIsToldToo(Product product) {
        Hearer late = Hearer.ofItems();
        try (Site site = Site.start(product, models());
                Site node = listening(site);
                JdbcStore slow = new JdbcStore(site.database().dataSource());
                Site begun = site.another(builder -> builder.saveHandler(late), models())) {
            site.create("Article", "before");
            slow.writingContent(content -> {
                content.announce(List.of(event("slow")));
                site.create("Article", "quick");
                begun.synchronizer().catchUp();
                return true;
            });

            begun.synchronizer().catchUp();

            assertThat(late.heard()).containsExactly("CREATE slow [] 1");
            node.synchronizer().catchUp();
            assertThat(hearer.heard()).containsExactly("CREATE before [] 1", "CREATE slow [] 1", "CREATE quick [] 1");
        }
    }

    private static NodeEvent event(String name) {
        return new NodeEvent(
                0, Instant.now(), "elsewhere", "main", "ITEM", "1", "Article", name, "CREATE", "API", List.of(), 1);
    }

    @OnEveryDatabase
    void onlyThoseAreToldWhoServeSuchSaves(Product product) {
        Hearer topics = new Hearer("topics", Serves.stores("main").types("Topic"));
        Hearer deletions = new Hearer("deletions", Serves.stores("main").operations(SaveOperation.DELETE));
        Hearer archive = new Hearer("archive", Serves.stores("archive", "main"));
        try (Site site = Site.start(product, models());
                Site node =
                        listening(site, builder -> builder.saveHandler(topics).saveHandler(deletions));
                Site other =
                        listening(site, builder -> builder.storeName("archive").saveHandler(archive))) {
            site.items().delete("Ada", site.create("Article", "A").id());
            site.create("Topic", "T");

            node.synchronizer().catchUp();
            other.synchronizer().catchUp();

            assertThat(topics.heard()).containsExactly("CREATE T [] 1");
            assertThat(deletions.heard()).containsExactly("DELETE A [] 1");
            assertThat(archive.heard()).isEmpty();
        }
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

    @OnEveryDatabase
    void whoIsToldCannotSave(Product product) {
        AtomicReference<ProblemsException> refusal = new AtomicReference<>();
        try (Site site = Site.start(product, models());
                Site node = listening(site)) {
            hearer.onRemote(event -> {
                assertThat(node.items().count(ItemQuery.all())).isEqualTo(1);
                refusal.set(catchThrowableOfType(ProblemsException.class, () -> node.create("Article", "B")));
            });
            site.create("Article", "A");

            node.synchronizer().catchUp();

            assertThat(refusal.get().problems().asList()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.SAVE_IN_REMOTE);
                assertThat(problem.subject()).isEqualTo("cache");
            });
            assertThat(node.create("Article", "Later").revision()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void whoFailsIsRecordedAndTheNextOneIsCalled(Product product) {
        Hearer broken = new Hearer("broken", Serves.stores("main")).onRemote(event -> {
            throw new IllegalStateException("the cache is away");
        });
        try (Site site = Site.start(product, models());
                Site node =
                        listening(site, builder -> builder.saveHandler(broken).saveHandler(hearer))) {
            Item item = site.create("Article", "A");
            site.create("Article", "B");

            node.synchronizer().catchUp();

            assertThat(hearer.heard()).containsExactly("CREATE A [] 1", "CREATE B [] 1");
            assertThat(node.synchronizer().saveFailures(10))
                    .extracting(SaveFailure::handler, SaveFailure::name, SaveFailure::message)
                    .containsExactly(
                            tuple("broken", "B", "the cache is away"), tuple("broken", "A", "the cache is away"));
            assertThat(node.synchronizer().saveFailures(10).get(1).key())
                    .isEqualTo(item.id().toString());
        }
    }

    @OnEveryDatabase
    void whereNobodyListensNothingIsWrittenAndNothingMoreIsAsked(Product product) {
        try (Site plain = Site.start(product, models())) {
            Watched watched = new Watched(plain.database().dataSource());
            try (Site site = plain.another(builder -> builder.dataSource(watched.dataSource()), models());
                    Site deaf = plain.another(
                            builder -> builder.saveHandler(Listener.of("deaf").onSaving(event -> {})), models())) {
                deaf.synchronizer().catchUp();
                Item item = site.create("Article", "A");
                int before = watched.executions().size();

                site.items().save("Ada", item.with("title", "T"));
                deaf.create("Article", "B");

                assertThat(watched.executions()
                                .subList(before, watched.executions().size()))
                        .noneMatch(sql -> sql.contains("ct_node_event"))
                        .filteredOn(sql -> sql.contains("ct_state"))
                        .hasSize(1);
                assertThat(announced(plain)).isZero();
            }
        }
    }

    @OnEveryDatabase
    void whoStopsListeningIsForgotten(Product product) {
        try (Site site = Site.start(product, models());
                Site later = site.another(
                        builder -> builder.clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(2))), models())) {
            listening(site).close();
            site.create("Article", "A");
            assertThat(announced(site)).isEqualTo(1);

            later.create("Article", "B");

            assertThat(announced(site)).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void whoListensDeletesWhatIsOld(Product product) {
        try (Site site = Site.start(product, models());
                Site node = listening(site)) {
            site.create("Article", "A");
            listening(
                            site,
                            builder -> builder.saveHandler(Hearer.ofItems())
                                    .clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(89))))
                    .close();
            assertThat(announced(site)).isEqualTo(1);

            listening(
                            site,
                            builder -> builder.saveHandler(Hearer.ofItems())
                                    .clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(91))))
                    .close();

            assertThat(announced(site)).isZero();
            node.synchronizer().catchUp();
            assertThat(hearer.heard()).isEmpty();
        }
    }

    @OnEveryDatabase
    void aNodeThatPollsIsToldByItself(Product product) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch listening = new CountDownLatch(1);
        Hearer waiting = Hearer.ofItems().onRemote(event -> {
            listening.countDown();
            if (event.subject().name().equals("Sesame")) {
                told.countDown();
            }
        });
        try (Site site = Site.start(product, models());
                Site node = site.another(
                        builder -> builder.saveHandler(waiting).pollInterval(Duration.ofMillis(10)), models())) {
            node.synchronizer().requireHandlers();
            for (int i = 0; i < 6_000 && !listening.await(10, TimeUnit.MILLISECONDS); i++) {
                site.create("Article", "Knock");
            }
            site.create("Article", "Sesame");

            assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @OnEveryDatabase
    void inAUnitOfWorkNobodyCatchesUp(Product product) {
        AtomicReference<Site> own = new AtomicReference<>();
        Listener handler =
                Listener.of("eager").onSaved(event -> own.get().synchronizer().catchUp());
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            own.set(site);

            assertThatThrownBy(() -> site.create("Article", "A")).isInstanceOf(IllegalStateException.class);
        }
    }
}
