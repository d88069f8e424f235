package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.settings.NewSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** C2: what administrators added to a type stays theirs. */
class C2AdminMadePropertiesTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void aPropertyThatCodeAdoptedOutlivesItsTypesClass(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "body")));
        addProperty(node, "note");
        node.start(site("1.1", type("Article", "body", "note")));

        SyncPlan plan = node.start(site("1.2")).plan();

        assertThat(type(plan, "Article").blockedBy()).containsExactly("an administrator made its property note");
        assertThat(type(plan, "Article").properties())
                .extracting(p -> p.name(), p -> p.state())
                .containsExactly(tuple("body", ChangeState.ORPHANED), tuple("note", ChangeState.UPDATED));
        StoredType kept = node.stored().types().get(0);
        assertThat(kept.orphanedSince()).isNotNull();
        assertThat(kept.properties())
                .extracting(StoredProperty::name, StoredProperty::origin)
                .containsExactly(tuple("body", Origin.CODE), tuple("note", Origin.ADMIN));
        assertThat(node.dryRun(site("1.2")).hasWork()).isFalse();
    }

    @OnEveryDatabase
    void whatIsAddedToATypeKeepsTheTypesThatItRefersToWhileItsTypeIsAnOrphan(Product product) {
        Node node = Node.on(product);
        String block = annotatedType("@ContentType(kind = ContentKind.BLOCK)", "Teaser");
        node.start(site("1.0", type("Article", "body"), type("Page"), block));
        Administrator.of(node)
                .adds("Article", "promo:BLOCK<Teaser>", NewSettings.none())
                .adds("Article", "link:REFERENCE", NewSettings.none().with("allowedTypes", List.of("Page")));
        node.start(site("1.1", type("Page"), block));

        SyncPlan plan = node.start(site("1.2")).plan();

        assertThat(type(plan, "Teaser").blockedBy()).containsExactly("property Article.promo refers to it");
        assertThat(type(plan, "Page").blockedBy()).containsExactly("property Article.link refers to it");
        node.start(site("1.3", type("Article", "body"), type("Page"), block));
        assertThat(node.stored().types())
                .extracting(StoredType::name, StoredType::orphanedSince)
                .containsExactlyInAnyOrder(tuple("Article", null), tuple("Page", null), tuple("Teaser", null));
    }

    @OnEveryDatabase
    void itsNameIsNotGivenToAPropertyThatCodeRenames(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "body")));
        addProperty(node, "note");
        Path renaming = site(
                "1.1",
                "package com.acme; import dev.synchronizer.annotation.*; @ContentType public class Article {"
                        + property("@RenamedFrom(\"body\") String", "note") + "}");

        SyncRefusedException refused = catchThrowableOfType(SyncRefusedException.class, () -> node.start(renaming));

        assertThat(refused.plan().refusals().asList())
                .extracting(Problem::code, Problem::subject)
                .containsExactly(tuple(ProblemCode.NAME_TAKEN, "Article.note"));
    }

    @OnEveryDatabase
    void codeIsNotGivenItsNameInOtherCase(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "body")));
        addProperty(node, "note");
        Path declaring = site("1.1", type("Article", "body", "noTe"));

        SyncRefusedException refused = catchThrowableOfType(SyncRefusedException.class, () -> node.start(declaring));

        assertThat(refused.plan().refusals().asList())
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.NAME_TAKEN,
                        "Article.noTe",
                        "it differs only in case from note, which an administrator made"));
        assertThat(node.stored().types().get(0).properties())
                .extracting(StoredProperty::name)
                .containsExactly("body", "note");
    }

    @OnEveryDatabase
    void namesThatDifferInCaseSinceLongAgoHoldNobodyUp(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "noTe")));
        addProperty(node, "note");

        node.start(site("1.1", type("Article", "noTe", "body")));

        assertThat(node.stored().types().get(0).properties())
                .extracting(StoredProperty::name)
                .containsExactly("body", "noTe", "note");
    }

    private static void addProperty(Node node, String name) {
        long type = node.stored().types().get(0).id();
        node.database()
                .execute(
                        "insert into ct_property (id, type_id, name, data_type, origin, adopted) values (900, " + type
                                + ", '" + name + "', 'STRING', 'ADMIN', false)",
                        "update ct_state set revision = revision + 1, next_id = 901");
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources)
                .with("package com.acme; public class Plain {}")
                .version("site", version)
                .jar(folder.resolve("site-" + version + ".jar"));
    }
}
