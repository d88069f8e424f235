package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Reason;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** C2: every type and property has one state, its reasons, and old → new of each setting. */
class C2StatesAndReasonsTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void everyTypeAndPropertyHasExactlyOneState(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Same", "a"), type("Changed", "kept", "gone"), type("Gone", "a")));

        SyncPlan plan =
                node.dryRun(site("1.1", type("Same", "a"), type("Changed", "kept", "added"), type("Added", "a")));

        assertThat(states(plan)).containsExactly("Added new", "Changed updated", "Gone orphaned", "Same identical");
        assertThat(propertyStates(type(plan, "Changed")))
                .containsExactly("added new create", "gone orphaned delete", "kept identical none");
        assertThat(plan.summary().types().values().stream().mapToInt(n -> n).sum())
                .isEqualTo(4);
        assertThat(plan.summary().properties().values().stream()
                        .mapToInt(n -> n)
                        .sum())
                .isEqualTo(6);
        assertThat(reasons(plan, "Added")).containsExactly(Reason.NO_STORED_TYPE);
        assertThat(reasons(plan, "Changed")).containsExactly(Reason.PROPERTIES_CHANGED);
        assertThat(reasons(plan, "Gone")).containsExactly(Reason.NO_LONGER_DECLARED);
    }

    @OnEveryDatabase
    void eachSettingIsShownFromOldToNew(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", annotatedType("@ContentType(displayName = \"Old\", order = 5)", "Article")));

        SyncPlan plan = node.start(
                        site("1.1", annotatedType("@ContentType(displayName = \"New\", icon = \"i\")", "Article")))
                .plan();

        TypePlan article = type(plan, "Article");
        assertThat(article.diff().reasons()).containsExactly(Reason.SETTINGS_CHANGED);
        assertThat(article.settings())
                .extracting(s -> s.change().key().label() + " " + s.change().from() + " "
                        + s.change().to())
                .containsExactly("displayName Old New", "order 5 null", "icon null i");
    }

    @OnEveryDatabase
    void movesOfClassPackageAndModuleAreReasonsOfAnUpdateThatKeepsTheIdentity(Product product) {
        String plain = type("Article", "a");
        Path before = site("1.0", plain, type("Story"), type("Other"));
        Path after = site(
                "1.1",
                plain.replace("package com.acme;", "package com.acme.news;"),
                "package com.acme; import dev.synchronizer.annotation.*; @ContentType(name = \"Story\") public class Tale {}");
        Path other = ModelJar.of(type("Other")).version("other", "1.0").jar(folder.resolve("other.jar"));
        Node node = Node.on(product);
        node.start(before);
        List<Long> ids = node.stored().types().stream().map(t -> t.id()).toList();

        SyncPlan plan = node.start(after, other).plan();

        assertThat(reasons(plan, "Article")).containsExactly(Reason.CLASS_MOVED);
        assertThat(reasons(plan, "Story")).containsExactly(Reason.CLASS_RENAMED);
        assertThat(reasons(plan, "Other")).containsExactly(Reason.MODULE_CHANGED);
        assertThat(states(plan)).containsExactly("Article updated", "Other updated", "Story updated");
        assertThat(node.stored().types()).extracting(t -> t.id()).containsExactlyElementsOf(ids);
        assertThat(node.start(after, other).committed()).isFalse();
    }

    @OnEveryDatabase
    void whatAdministratorsMadeIsAdoptedAndReturnedToThem(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Other")));
        adminMade(node, 900, "Article", "title", "STRING");

        SyncPlan adoption = node.start(site("1.1", type("Other"), type("Article", "title", "added")))
                .plan();

        assertThat(type(adoption, "Article").state()).isEqualTo(ChangeState.UPDATED);
        assertThat(reasons(adoption, "Article")).contains(Reason.ADOPTED);
        assertThat(propertyStates(type(adoption, "Article")))
                .containsExactly("added new create", "title updated update");
        assertThat(node.stored().types().get(0).origin()).isEqualTo(Origin.CODE);

        SyncPlan farewell = node.start(site("1.2", type("Other"))).plan();

        assertThat(type(farewell, "Article").state()).isEqualTo(ChangeState.UPDATED);
        assertThat(reasons(farewell, "Article")).contains(Reason.RETURNED_TO_ADMINISTRATORS);
        assertThat(node.stored().types().get(0).origin()).isEqualTo(Origin.ADMIN);
        assertThat(node.stored().types().get(0).properties())
                .extracting(p -> p.name() + " " + p.origin())
                .containsExactly("title ADMIN");
        assertThat(node.start(site("1.2", type("Other"))).committed()).isFalse();
    }

    @OnEveryDatabase
    void anotherDataTypeThanTheAdministratorsIsAConflict(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Other")));
        adminMade(node, 900, "Article", "title", "DATE");

        SyncRefusedException refusal = catchThrowableOfType(
                SyncRefusedException.class, () -> node.start(site("1.1", type("Other"), type("Article", "title"))));

        assertThat(type(refusal.plan(), "Article").state()).isEqualTo(ChangeState.CONFLICT);
        assertThat(type(refusal.plan(), "Article").properties())
                .flatExtracting(p -> p.diff().reasons())
                .contains(Reason.DIFFERENT_DATA_TYPE);
    }

    @OnEveryDatabase
    void aRenameOntoANameThatStaysTakenIsAConflictAndNotAFailureOfTheDatabase(Product product) {
        String guid = "@ContentType(guid = \"11111111-1111-4111-8111-111111111111\")";
        Node node = Node.on(product);
        node.start(site("1.0", annotatedType(guid, "Article")));
        adminMade(node, 900, "Story", "plot", "STRING");

        SyncRefusedException refusal = catchThrowableOfType(
                SyncRefusedException.class, () -> node.start(site("1.1", annotatedType(guid, "Story"))));

        assertThat(type(refusal.plan(), "Story").state()).isEqualTo(ChangeState.CONFLICT);
        assertThat(reasons(refusal.plan(), "Story")).contains(Reason.NAME_TAKEN);
    }

    @OnEveryDatabase
    void aTypeMayBeRenamedToTheNameOfAnOrphanThatOthersReferTo(Product product) {
        String page = "package com.acme; import dev.synchronizer.annotation.*; @ContentType public record Page("
                + "@AllowedTypes(Story.class) ContentReference top) {}";
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "a"), type("Story", "b"), page));
        long id = node.stored().types().get(0).id();
        Path after = site("1.1", annotatedType("@RenamedFrom(\"Article\")", "Story", "a"), page);

        node.start(after);

        assertThat(node.stored().types()).extracting(t -> t.name()).containsExactly("Page", "Story");
        assertThat(node.stored().types().get(1).id()).isEqualTo(id);
        assertThat(node.start(after).committed()).isFalse();
    }

    @OnEveryDatabase
    void anOrphanIsNotKeptUnderANameThatIsGivenToAnother(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "a"), type("Story", "b")));

        SyncRefusedException refusal = catchThrowableOfType(
                SyncRefusedException.class,
                () -> node.with(b -> b.policy(Policy.standard().withOrphans(new OrphanPolicy.Keep())))
                        .start(site("1.1", annotatedType("@RenamedFrom(\"Article\")", "Story", "a"))));

        assertThat(refusal.plan().refusals().asList().get(0).toString()).contains("Story", "Article", "orphan");
    }

    @OnEveryDatabase
    void aKeptOrphanIsMarkedOnceAndReturnsWithItsClass(Product product) {
        Node keeping = Node.on(product).with(b -> b.policy(Policy.standard().withOrphans(new OrphanPolicy.Keep())));
        keeping.start(site("1.0", type("Article", "a")));

        SyncPlan marked = keeping.start(site("1.1")).plan();
        assertThat(type(marked, "Article").action()).isEqualTo(Action.UPDATE);
        SyncPlan kept = keeping.dryRun(site("1.1"));
        assertThat(type(kept, "Article").action()).isEqualTo(Action.KEEP);
        assertThat(kept.isPending()).isFalse();

        SyncPlan back = keeping.start(site("1.2", type("Article", "a"))).plan();
        assertThat(reasons(back, "Article")).contains(Reason.RETURNED);
        assertThat(keeping.stored().types().get(0).orphanedSince()).isNull();
    }

    @OnEveryDatabase
    void renamedPropertiesKeepTheirRowsAndShowBothNames(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "head")));
        long id = node.stored().types().get(0).properties().get(0).id();

        SyncPlan plan = node.start(site(
                        "1.1",
                        "package com.acme; import dev.synchronizer.annotation.*; @ContentType public class Article {"
                                + property("@RenamedFrom(\"head\") String", "title") + "}"))
                .plan();

        PropertyPlan title = type(plan, "Article").properties().get(0);
        assertThat(title.diff().reasons()).containsExactly(Reason.RENAMED);
        assertThat(title.settings()).extracting(s -> s.change().key()).containsExactly(SettingKey.NAME);
        assertThat(title.settings().get(0).change().from()).hasToString("head");
        assertThat(node.stored().types().get(0).properties().get(0).id()).isEqualTo(id);
    }

    private static void adminMade(Node node, long id, String type, String property, String dataType) {
        node.database()
                .execute(
                        "insert into ct_type (id, guid, name, origin, adopted) values (" + id
                                + ", '99999999-9999-4999-8999-999999999999', '" + type + "', 'ADMIN', false)",
                        "insert into ct_property (id, type_id, name, data_type, origin, adopted) values (" + (id + 1)
                                + ", " + id + ", '" + property + "', '" + dataType + "', 'ADMIN', false)",
                        "update ct_state set revision = revision + 1, next_id = " + (id + 2));
    }

    private static List<String> states(SyncPlan plan) {
        return plan.types().stream()
                .map(type -> type.name() + " " + type.state().label())
                .toList();
    }

    private static List<String> propertyStates(TypePlan type) {
        return type.properties().stream()
                .map(p -> p.name() + " " + p.state().label() + " " + p.action().label())
                .toList();
    }

    private static List<Reason> reasons(SyncPlan plan, String type) {
        return type(plan, type).diff().reasons();
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources)
                .with("package com.acme; public class Plain {}")
                .version("site", version)
                .jar(folder.resolve("site-" + version + ".jar"));
    }
}
