package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static dev.synchronizer.behaviour.StepSite.consenting;
import static dev.synchronizer.fixtures.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Items;
import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.SaveEvent;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.value.Values;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** G: what a migration step changes of items is saved like all else, as part of its run. */
class G2MigrationTest {
    private static final String ARTICLE = type("Article", "title", "lead");
    private static final String PAGE = type("Page", "title");
    private static final String SHOUT = """
            content.items("Article").forEach(item -> item.set("title", item.get("title").get() + "!"));
            """;

    @TempDir
    Path folder;

    private StepSite site;

    @BeforeEach
    void startAfresh() {
        site = new StepSite(folder);
    }

    @OnEveryDatabase
    void aHandlerIsToldWhatAStepChangesByWhomAndBeforeAndAfterItIsWrittenAndCommitted(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("title", "x", "lead", "l"));
        editor.writes("Article", Map.of("title", "same"));
        List<SaveEvent> events = new ArrayList<>();
        List<Long> written = new ArrayList<>();
        Listener handler = Listener.of("listener")
                .onSaving(event -> events.add(event))
                .onSaved(event -> written.add(event.revision()))
                .onAfterCommit(event -> written.add(editor.revision(item)));

        run(node, handler, """
                content.items("Article").forEach(item -> {
                    if (item.get("title").get().equals("x")) {
                        item.set("title", "y");
                        item.clear("lead");
                    }
                });
                """);

        assertThat(handler.calls())
                .containsExactly(
                        "saving UPDATE Item 1 [lead REMOVED, title CHANGED]",
                        "saved UPDATE Item 1 [lead REMOVED, title CHANGED]",
                        "afterCommit UPDATE Item 1 [lead REMOVED, title CHANGED]");
        assertThat(written).containsExactly(2L, 2L);
        SaveEvent event = events.get(0);
        assertThat(event.operation()).isEqualTo(SaveOperation.UPDATE);
        assertThat(event.origin()).isEqualTo(SaveOrigin.MIGRATION);
        assertThat(event.actor()).isEqualTo("migrator");
        assertThat(event.store()).isEqualTo("main");
        assertThat(event.subject().kind()).isEqualTo(SubjectKind.ITEM);
        assertThat(event.subject().key()).isEqualTo(item.toString());
        assertThat(event.subject().type()).isEqualTo("Article");
        assertThat(event.before()).isEqualTo(Values.none().with("title", "x").with("lead", "l"));
        assertThat(event.after()).isEqualTo(Values.none().with("title", "y"));
        assertThat(event.changes().of("title").flatMap(Change::before)).contains("x");
    }

    @OnEveryDatabase
    void itIsToldByTheNamesThatTheStepSees(Product product) {
        Node node = started(product);
        Editor.of(node).writes("Article", Map.of("title", "x"));
        Path jar = site.jar(
                "1.1",
                annotatedType("@RenamedFrom(\"Article\")", "Story")
                        .replace("{", "{" + property("@RenamedFrom(\"title\") String", "headline")),
                PAGE,
                step("Early", "version = \"1.1\", phase = Migration.Phase.BEFORE", SHOUT),
                step(
                        "Late",
                        "version = \"1.1\"",
                        SHOUT.replace("Article", "Story").replace("title", "headline")));
        List<String> types = new ArrayList<>();
        Listener handler = Listener.of("listener")
                .onSaving(event -> types.add(event.subject().type()));

        consenting(heardBy(node, handler), consenting -> consenting.start(jar), jar);

        assertThat(types).containsExactly("Article", "Story");
        assertThat(handler.calls())
                .containsExactly(
                        "saving UPDATE Item 1 [title CHANGED]",
                        "saved UPDATE Item 1 [title CHANGED]",
                        "saving UPDATE Item 1 [headline CHANGED]",
                        "saved UPDATE Item 1 [headline CHANGED]",
                        "afterCommit UPDATE Item 1 [title CHANGED]",
                        "afterCommit UPDATE Item 1 [headline CHANGED]");
    }

    @OnEveryDatabase
    void aHandlerSetsValuesThatAreWrittenInTheSameBreath(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("title", "x"));
        Listener handler = Listener.of("setter").onSaving(event -> {
            event.set("lead", "from " + event.after().get("title").orElseThrow());
            event.setName("Renamed");
        });

        run(node, handler, SHOUT + """
                content.items("Article").forEach(item -> {
                    if (!item.name().equals("Renamed") || !item.get("lead").get().equals("from x!")) {
                        throw new IllegalStateException(item.name());
                    }
                });
                """);

        assertThat(editor.reads(item)).isEqualTo(Map.of("title", "x!", "lead", "from x!"));
        assertThat(editor.revision(item)).isEqualTo(2);
        assertThat(node.count("ct_item where name = 'Renamed'")).isEqualTo(1);
        assertThat(handler.calls().get(1)).isEqualTo("saved UPDATE Item 1 [name CHANGED, lead ADDED, title CHANGED]");
    }

    @OnEveryDatabase
    void whatAHandlerTakesBackIsNotWritten(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("title", "x"));
        Listener handler = Listener.of("keeper")
                .onSaving(
                        event -> event.set("title", event.before().get("title").orElseThrow()));

        run(node, handler, SHOUT);

        assertThat(editor.revision(item)).isEqualTo(1);
        assertThat(handler.calls()).containsExactly("saving UPDATE Item 1 [title CHANGED]");
        assertThat(node.stored().steps().get(0).items()).isZero();
    }

    @OnEveryDatabase
    void handlersAreToldOfTheCommitOnlyOnceTheWholeRunIsCommitted(Product product) {
        Node node = started(product);
        Editor.of(node).writes("Article", Map.of("title", "x"));
        Listener handler = Listener.of("teller");

        assertThat(StepFailures.messageOf(
                        () -> run(node, handler, SHOUT + "if (true) throw new IllegalStateException(\"late\");")))
                .contains("late");
        assertThat(handler.calls()).hasSize(2).noneMatch(heard -> heard.startsWith("afterCommit"));

        handler.forget();
        List<Long> ledger = new ArrayList<>();
        handler.onSaved(event -> ledger.add(node.count("ct_step"))).onAfterCommit(event -> {
            ledger.add(node.count("ct_step"));
            throw new IllegalStateException("the run stands");
        });
        run(node, handler, SHOUT);
        assertThat(handler.calls()).hasSize(3);
        assertThat(ledger).as("steps in the ledger, as others see it").containsExactly(0L, 1L);
    }

    @OnEveryDatabase
    void everyWriteOfAnItemIsASaveAsItIsARevision(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        UUID article = editor.writes("Article", Map.of("title", "x"));
        editor.writes("Page", Map.of("title", "p"));
        Listener handler = Listener.of("listener");

        run(node, handler, SHOUT + """
                content.items("Page").forEach(page -> {
                    page.set("title", "q");
                    content.items("Article").forEach(item -> item.set("title", "nested"));
                    content.items("Article").forEach(item -> item.set("title", "nested"));
                });
                """);

        assertThat(handler.calls())
                .containsExactly(
                        "saving UPDATE Item 1 [title CHANGED]",
                        "saved UPDATE Item 1 [title CHANGED]",
                        "saving UPDATE Item 1 [title CHANGED]",
                        "saved UPDATE Item 1 [title CHANGED]",
                        "saving UPDATE Item 2 [title CHANGED]",
                        "saved UPDATE Item 2 [title CHANGED]",
                        "afterCommit UPDATE Item 1 [title CHANGED]",
                        "afterCommit UPDATE Item 1 [title CHANGED]",
                        "afterCommit UPDATE Item 2 [title CHANGED]");
        assertThat(editor.revision(article)).isEqualTo(3);
    }

    @OnEveryDatabase
    void aHandlerSavesContentAfterTheCommit(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        editor.writes("Article", Map.of("title", "x"));
        UUID page = editor.writes("Page", Map.of("title", "p"));
        Listener handler = Listener.of("follower", Serves.stores("main").types("Article"))
                .onAfterCommit(event -> event.via(Items.class)
                        .save(
                                "ann",
                                page,
                                1,
                                Values.none()
                                        .with(
                                                "title",
                                                event.after().get("title").orElseThrow())));

        run(node, handler, SHOUT);

        assertThat(editor.reads(page)).isEqualTo(Map.of("title", "x!"));
    }

    @OnEveryDatabase
    void itemsOfOtherTypesAndStoresAndDryRunsCallNobody(Product product) {
        Node node = started(product);
        Editor.of(node).writes("Article", Map.of("title", "x"));
        Listener ofPages = Listener.of("pages", Serves.stores("main").types("Page"));
        Listener ofArchive = Listener.of("archive", Serves.stores("archive"));
        Listener ofNews = Listener.of("new", Serves.stores("main").operations(SaveOperation.CREATE));
        Listener ofAll = Listener.of("all");

        site.stepDryRun(heardBy(node, ofAll), SHOUT, ARTICLE, PAGE);
        assertThat(ofAll.calls()).isEmpty();
        run(heardBy(heardBy(heardBy(node, ofPages), ofArchive), ofNews), ofAll, SHOUT);
        assertThat(ofAll.calls()).hasSize(3);
        assertThat(List.of(ofPages.calls(), ofArchive.calls(), ofNews.calls())).containsOnly(List.of());
    }

    @OnEveryDatabase
    void anAddressThatDiffersInCaseAloneIsWritten(Product product) {
        Node node = Node.on(product);
        String type = type("Article").replace("{", "{" + property("java.net.URI", "link"));
        node.start(site.jar("1.0", type));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("link", URI.create("http://example.org/a%2f")));
        Listener handler = Listener.of("listener");

        site.runStep(heardBy(node, handler), """
                content.items("Article").forEach(item -> item.set("link", java.net.URI.create("http://example.org/a%2F")));
                """, type);

        assertThat(editor.reads(item)).isEqualTo(Map.of("link", "http://example.org/a%2F"));
        assertThat(handler.calls()).contains("saved UPDATE Item 1 [link CHANGED]");
    }

    private Node started(Product product) {
        Node node = Node.on(product).with(builder -> builder.actor("migrator"));
        node.start(site.jar("1.0", ARTICLE, PAGE));
        return node;
    }

    private static Node heardBy(Node node, Listener handler) {
        return node.with(builder -> builder.saveHandler(handler));
    }

    private void run(Node node, Listener handler, String body) {
        site.runStep(heardBy(node, handler), body, ARTICLE, PAGE);
    }
}
