package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Reason;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** C1: which stored type a declared one is. */
class C1IdentityTest {
    private static final String ONE = "11111111-1111-4111-8111-111111111111";
    private static final String TWO = "22222222-2222-4222-8222-222222222222";

    @TempDir
    Path folder;

    @OnEveryDatabase
    void theDeclaredGuidGoesBeforeTheName(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", withGuid(ONE, "Article", "a"), withGuid(TWO, "Story", "b")));
        StoredModel before = node.stored();

        SyncPlan plan = node.start(site("1.1", withGuid(TWO, "Article", "b"), withGuid(ONE, "Story", "a")))
                .plan();

        assertThat(type(plan, "Article").diff().reasons()).contains(Reason.RENAMED);
        assertThat(stored(node, "Story").id())
                .isEqualTo(typeOf(before, "Article").id());
        assertThat(stored(node, "Article").id())
                .isEqualTo(typeOf(before, "Story").id());
        assertThat(stored(node, "Story").properties())
                .isEqualTo(typeOf(before, "Article").properties());
    }

    @OnEveryDatabase
    void aDeclaredRenameGoesBeforeTheName(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "title", "head"), type("Story", "plot")));
        StoredModel before = node.stored();
        String renamed = "package com.acme; import dev.synchronizer.annotation.*;"
                + " @ContentType @RenamedFrom(\"Article\") public class Story {"
                + property("@RenamedFrom(\"head\") String", "title") + "}";

        node.start(site("1.1", renamed));

        StoredType article = typeOf(before, "Article");
        assertThat(node.stored().types()).extracting(StoredType::name).containsExactly("Story");
        assertThat(stored(node, "Story").id()).isEqualTo(article.id());
        assertThat(stored(node, "Story").properties())
                .extracting(StoredProperty::id)
                .containsExactly(article.property("head").orElseThrow().id());
        assertThat(node.start(site("1.1", renamed)).committed()).isFalse();
    }

    @OnEveryDatabase
    void aStoreThatSkippedReleasesIsFoundUnderAnyFormerName(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "a")));
        StoredType before = stored(node, "Article");
        String thirdName = "package com.acme; import dev.synchronizer.annotation.*;"
                + " @ContentType @RenamedFrom(\"Article\") @RenamedFrom(\"Story\") public class Tale {"
                + property("@RenamedFrom(\"a\") @RenamedFrom(\"b\") String", "c") + "}";

        SyncPlan plan = node.start(site("1.2", thirdName)).plan();

        assertThat(type(plan, "Tale").diff().reasons()).contains(Reason.RENAMED);
        assertThat(stored(node, "Tale").id()).isEqualTo(before.id());
        assertThat(stored(node, "Tale").guid()).isEqualTo(before.guid());
        assertThat(stored(node, "Tale").property("c").orElseThrow().id())
                .isEqualTo(before.properties().get(0).id());
    }

    @OnEveryDatabase
    void withoutADeclaredGuidItFollowsFromTheOldestDeclaredName(Product product) {
        Node node = Node.on(product);

        node.start(
                site("1.0", type("Article"), annotatedType("@RenamedFrom(\"First\") @RenamedFrom(\"Then\")", "Now")));

        assertThat(stored(node, "Article").guid()).isEqualTo(UUID.fromString("1fc7f21a-6fba-53a0-9fc3-c79d5d8a1f8d"));
        assertThat(stored(node, "Now").guid()).isEqualTo(UUID.fromString("379c9a97-8d7b-5540-9b75-73cd9c5bacbb"));
        assertThat(stored(node, "Now").guid().version()).isEqualTo(5);
    }

    @OnEveryDatabase
    void aDerivedGuidIsNotComparedAgainOnceItIsStored(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article")));
        node.start(site("1.1", annotatedType("@RenamedFrom(\"Article\")", "Story")));
        UUID guid = stored(node, "Story").guid();

        SyncReport report = node.start(site("1.1", type("Story")));

        assertThat(report.plan().isPending()).isFalse();
        assertThat(stored(node, "Story").guid()).isEqualTo(guid);
    }

    @OnEveryDatabase
    void aGuidThatCodeDeclaresLaterIsAdopted(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article")));
        long id = stored(node, "Article").id();

        SyncPlan plan = node.start(site("1.1", withGuid(ONE, "Article"))).plan();

        assertThat(type(plan, "Article").diff().reasons()).containsExactly(Reason.GUID_ADOPTED);
        assertThat(stored(node, "Article").id()).isEqualTo(id);
        assertThat(stored(node, "Article").guid()).isEqualTo(UUID.fromString(ONE));
        assertThat(node.start(site("1.1", withGuid(ONE, "Article"))).committed())
                .isFalse();
    }

    @OnEveryDatabase
    void twoDeclaredGuidsThatDifferAreAConflictThatWritesNothing(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", withGuid(ONE, "Article")));
        StoredModel stored = node.stored();

        SyncRefusedException refusal = catchThrowableOfType(
                SyncRefusedException.class, () -> node.start(site("1.1", withGuid(TWO, "Article"), type("Story"))));

        assertThat(type(refusal.plan(), "Article").state()).isEqualTo(ChangeState.CONFLICT);
        assertThat(type(refusal.plan(), "Article").diff().reasons()).containsExactly(Reason.DIFFERENT_GUID);
        assertThat(refusal.plan().refusals().asList())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.GUID_CONFLICT);
        assertThat(refusal.plan().refusals().asList().get(0).message()).contains(ONE, TWO);
        assertThat(node.stored()).isEqualTo(stored);
    }

    @OnEveryDatabase
    void theSpellingOfAGuidMakesNoDifference(Product product) {
        String guid = "aaaaaaaa-1111-4111-8111-11111111bbbb";
        Node node = Node.on(product);
        node.start(site("1.0", withGuid(guid, "Article")));

        assertThat(node.dryRun(site("1.0", withGuid(guid.toUpperCase(java.util.Locale.ROOT), "Article")))
                        .hasWork())
                .isFalse();
    }

    private static StoredType stored(Node node, String name) {
        return typeOf(node.stored(), name);
    }

    private static StoredType typeOf(StoredModel model, String name) {
        return model.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no stored type " + name));
    }

    private static String withGuid(String guid, String name, String... properties) {
        return annotatedType("@ContentType(guid = \"" + guid + "\")", name, properties);
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources).version("site", version).jar(folder.resolve("site-" + version + ".jar"));
    }
}
