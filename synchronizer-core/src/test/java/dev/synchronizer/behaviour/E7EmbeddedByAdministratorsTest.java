package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.settings.Definition;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** E7, B8: code that would make a block unfit for where administrators embed it is refused, for no class shows it. */
class E7EmbeddedByAdministratorsTest {
    private static final String QUOTE = block("Quote", property("String", "text"));
    private static final String CARD = block("Card", property("String", "title"));

    @TempDir
    Path folder;

    @OnEveryDatabase
    void codeClosesNoCircleThroughAPropertyOfAnAdministrator(Product product) {
        Desk ada = embedding(product);

        assertThat(refused(ada, site("1.1", QUOTE, block("Card", property("Quote", "quote")))))
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.EMBEDDED_BY_ADMINISTRATORS,
                        "Quote.inner",
                        "Quote → Card → Quote would be a circle of embedded blocks"));
        assertThat(ada.stored("Card").property("quote")).isEmpty();
    }

    @OnEveryDatabase
    void codeMakesNoPageOfABlockThatAnAdministratorEmbeds(Product product) {
        Desk ada = embedding(product);

        assertThat(refused(ada, site("1.1", QUOTE, Sources.type("Card", "title"))))
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.EMBEDDED_BY_ADMINISTRATORS,
                        "Quote.inner",
                        "it embeds Card, which would be a PAGE"));
    }

    @OnEveryDatabase
    void whatElseCodeDoesAboutThoseBlocksIsFreeAndAllOfItOnceThePropertyIsGone(Product product) {
        Desk ada = embedding(product);
        String renamed = annotatedType(
                "@RenamedFrom(\"Card\") @ContentType(kind = ContentKind.BLOCK)", "Tile", "title", "subtitle");
        ada.node().start(site("1.1", QUOTE, renamed));
        assertThat(ada.stored("Quote").property("inner").orElseThrow().ownType())
                .hasToString("LIST<BLOCK<Tile>>");
        Path circle = site("1.2", QUOTE, block("Tile", property("Quote", "quote")));
        assertThat(refused(ada, circle)).extracting(Problem::subject).containsExactly("Quote.inner");

        ada.undefine("Quote.inner");
        ada.node().start(circle);

        assertThat(ada.stored("Tile").property("quote")).isPresent();
    }

    @OnEveryDatabase
    void whatRestsWithAnOrphanHindersNobodyUntilItsTypeReturns(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node().start(site("1.0", CARD), quotes("1.0", QUOTE));
        ada.define(Definition.of("Quote").withProperty("inner", "LIST<BLOCK<Card>>"));
        ada.node().start(quotes("1.1"));
        Path page = site("1.1", Sources.type("Card", "title"));

        ada.node().start(page);

        assertThat(refused(ada, page, quotes("1.2", QUOTE)))
                .extracting(Problem::subject, Problem::message)
                .containsExactly(tuple("Quote.inner", "it embeds Card, which would be a PAGE"));
        ada.undefine("Quote.inner");
        ada.node().start(page, quotes("1.2", QUOTE));
        assertThat(ada.stored("Quote").orphanedSince()).isNull();
    }

    @OnEveryDatabase
    void aPageThatCodeMadeWhileItsOwnEmbedderWasAwayMayChangeInOtherWays(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node().start(site("1.0", CARD));
        ada.define(Definition.of("Quote").withKind(ContentKind.BLOCK).withProperty("inner", "BLOCK<Card>"));
        Path card = site("1.0", CARD);
        Path quote = ModelJar.of(block("Quote", property("Card", "inner")))
                .against(card)
                .version("quotes", "1.0")
                .jar(folder.resolve("quotes-1.0.jar"));
        ada.node().start(card, quote);
        ada.node().start(site("1.1", Sources.type("Card", "title")));
        ada.node().start(quotes("1.1"));

        ada.node().start(site("1.2", Sources.type("Card", "title", "subtitle")));

        assertThat(ada.stored("Card").property("subtitle")).isPresent();
    }

    @OnEveryDatabase
    void aClassThatTakesTheNameOfABlockThatIsRenamedIsAnotherOne(Product product) {
        String guid = "guid = \"6f3b1f0e-6f0c-4d0b-9a55-0c9a1f1f7a01\"";
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node().start(site("1.0", QUOTE, annotatedType(block(guid), "Card", "title")));
        ada.define(Definition.of("Quote").withProperty("inner", "LIST<BLOCK<Card>>"));

        ada.node()
                .start(site(
                        "1.1", QUOTE, annotatedType(block(guid), "Badge", "title"), Sources.type("Card", "headline")));

        assertThat(ada.stored("Quote").property("inner").orElseThrow().ownType())
                .hasToString("LIST<BLOCK<Badge>>");
    }

    @OnEveryDatabase
    void noOtherBlockTakesTheNameOfOneThatAnAdministratorEmbeds(Product product) {
        String guid = "guid = \"6f3b1f0e-6f0c-4d0b-9a55-0c9a1f1f7a01\"";
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node().start(site("1.0", QUOTE, CARD, annotatedType(block(guid), "Tile", "title")));
        ada.define(Definition.of("Quote").withProperty("inner", "LIST<BLOCK<Card>>"));
        long card = ada.stored("Card").id();

        assertThat(refused(ada, site("1.1", QUOTE, annotatedType(block(guid), "Card", "title"))))
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.NAME_TAKEN,
                        "Card",
                        "after this run, it would be the name of the orphan Card and of what is stored as Tile"));
        assertThat(ada.stored("Card").id()).isEqualTo(card);
    }

    private Desk embedding(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node().start(site("1.0", QUOTE, CARD));
        ada.define(Definition.of("Quote").withProperty("inner", "LIST<BLOCK<Card>>"));
        return ada;
    }

    private static List<Problem> refused(Desk desk, Path... models) {
        SyncRefusedException refusal = catchThrowableOfType(
                SyncRefusedException.class, () -> desk.node().start(models));
        assertThat(refusal).as("it is refused").isNotNull();
        return refusal.plan().refusals().asList();
    }

    private static String block(String name, String property) {
        return "package com.acme; import dev.synchronizer.annotation.*;"
                + " @ContentType(kind = ContentKind.BLOCK) public class " + name + " {\n" + property + "}\n";
    }

    private static String block(String elements) {
        return "@ContentType(kind = ContentKind.BLOCK, " + elements + ")";
    }

    private Path quotes(String version, String... sources) {
        return ModelJar.of(sources)
                .with("package com.acme; public class Plain {}")
                .version("quotes", version)
                .jar(folder.resolve("quotes-" + version + ".jar"));
    }

    private Path site(String version, String... sources) {
        return Desk.site(folder, version, sources);
    }
}
