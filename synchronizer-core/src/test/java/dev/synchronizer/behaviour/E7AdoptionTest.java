package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Administrator.isAdminMade;
import static dev.synchronizer.behaviour.Administrator.saved;
import static dev.synchronizer.behaviour.Administrator.stored;
import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Reason;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.Effect;
import dev.synchronizer.plan.FollowingRow;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** E7, C2: code takes over what administrators made where it fits, and gives it back with all that they said. */
class E7AdoptionTest {
    private static final Settings SHORT = Settings.none().with(SettingKey.MAX_LENGTH, SettingValue.of(100));

    private static final NewSettings AT_MOST_100 = NewSettings.none().with("maxLength", 100);

    @TempDir
    Path folder;

    @OnEveryDatabase
    void aClassAdoptsATypeThatFitsAndItReturnsAsItWasMade(Product product) {
        Node node = Node.on(product);
        Path without = site("1.0", type("Page"));
        node.start(without);
        Administrator.of(node)
                .defines("Banner", ContentKind.BLOCK, "title:STRING", "links:LIST<STRING>")
                .adds("Banner", "note:STRING", AT_MOST_100)
                .saves("Banner", "displayName", SettingValue.of("Big banner"))
                .saves("Banner.title", "required", SettingValue.of(true));
        StoredType made = stored(node, "Banner");
        List<SettingOverride> overrides = saved(node);

        SyncPlan plan = node.start(site(
                        "1.1",
                        type("Page"),
                        annotatedType(
                                "@ContentType(kind = ContentKind.BLOCK, displayName = \"Code\")", "Banner", "note")))
                .plan();

        assertThat(type(plan, "Banner").state()).isEqualTo(ChangeState.UPDATED);
        assertThat(type(plan, "Banner").diff().reasons()).contains(Reason.ADOPTED);
        assertThat(type(plan, "Banner").settings())
                .extracting(each -> each.change().key(), each -> each.effect())
                .containsExactly(tuple(SettingKey.DISPLAY_NAME, Effect.MASKED));
        StoredType adopted = stored(node, "Banner");
        assertThat(adopted.id()).isEqualTo(made.id());
        assertThat(adopted.origin()).isEqualTo(Origin.CODE);
        assertThat(adopted.property("title").orElseThrow())
                .isEqualTo(made.property("title").orElseThrow());
        assertThat(adopted.property("note").orElseThrow().ownSettings()).isEqualTo(SHORT);
        assertThat(saved(node)).isEqualTo(overrides);

        node.start(site("1.2", type("Page")));

        assertThat(isAdminMade(stored(node, "Banner"))).isTrue();
        assertThat(stored(node, "Banner")).isEqualTo(made);
        assertThat(saved(node)).isEqualTo(overrides);
        assertThat(node.dryRun(site("1.2", type("Page"))).hasWork()).isFalse();
    }

    @OnEveryDatabase
    void anotherDataTypeIsAConflictInFull(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", block("Teaser"), block("Promo")));
        Administrator.of(node)
                .defines("Banner", ContentKind.PAGE, "tags:LIST<STRING>", "top:BLOCK<Teaser>")
                .saves("Banner.tags", "prompt", SettingValue.of("mine"));
        StoredType made = stored(node, "Banner");

        assertThat(conflicts(node, site("1.1", block("Teaser"), block("Promo"), banner("Set<String>", "Promo"))))
                .containsExactly(
                        "Banner.tags: code declares it as SET<STRING>, an administrator made it as LIST<STRING>",
                        "Banner.top: code declares it as BLOCK<Promo>, an administrator made it as BLOCK<Teaser>");
        assertThat(stored(node, "Banner")).isEqualTo(made);
        assertThat(saved(node)).hasSize(1);

        SyncPlan fitting = node.start(site("1.2", block("Teaser"), block("Promo"), banner("List<String>", "Teaser")))
                .plan();
        assertThat(type(fitting, "Banner").diff().reasons()).contains(Reason.ADOPTED);
        assertThat(saved(node)).hasSize(1);
    }

    @OnEveryDatabase
    void anotherKindIsAConflictToo(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Page")));
        Administrator.of(node).defines("Banner", ContentKind.PAGE, "title:STRING");

        assertThat(conflicts(node, site("1.1", type("Page"), block("Banner", "title"))))
                .containsExactly("Banner: com.acme.Banner declares it as BLOCK, an administrator made it as PAGE");
    }

    @OnEveryDatabase
    void whatSheSaidIsWhatCodeChanges(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Page")));
        Administrator.of(node).adds("Page", "note:STRING", AT_MOST_100);
        String declaration =
                "package com.acme; import dev.synchronizer.annotation.*; import jakarta.validation.constraints.*;"
                        + " @ContentType public class Page {" + property("@Size(max = %s) String", "note") + "}";

        assertThat(type(node.dryRun(site("1.1", declaration.formatted(100))), "Page")
                        .properties()
                        .get(0)
                        .settings())
                .isEmpty();
        assertThat(type(node.dryRun(site("1.1", declaration.formatted(50))), "Page")
                        .properties()
                        .get(0)
                        .settings())
                .extracting(each -> each.change().from(), each -> each.change().to())
                .containsExactly(tuple(SettingValue.of(100), SettingValue.of(50)));
    }

    @OnEveryDatabase
    void whereCodeChangedTheDataTypeMeanwhileCodesSettingsStay(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Page")));
        Administrator.of(node).adds("Page", "note:STRING", AT_MOST_100);
        node.start(site("1.1", type("Page", "note")));
        String number =
                "package com.acme; import dev.synchronizer.annotation.*; import jakarta.validation.constraints.*;"
                        + " @ContentType public class Page {" + property("@Max(7) int", "note") + "}";
        node.start(site("1.2", number));

        node.start(site("1.3", type("Page")));

        StoredProperty returned = stored(node, "Page", "note");
        assertThat(returned.origin()).isEqualTo(Origin.ADMIN);
        assertThat(returned.dataType()).isEqualTo("INTEGER");
        assertThat(returned.ownSettings()).isEqualTo(Settings.none().with(SettingKey.MAX, SettingValue.of(7)));
    }

    @OnEveryDatabase
    void whereCodeChangedItBackHersApplyAgain(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Page")));
        Administrator.of(node).adds("Page", "note:STRING", AT_MOST_100);
        node.start(site("1.1", type("Page", "note")));
        node.start(site(
                "1.2",
                "package com.acme; import dev.synchronizer.annotation.*; @ContentType public class Page {"
                        + property("int", "note") + "}"));
        node.start(site("1.3", type("Page", "note")));

        node.start(site("1.4", type("Page")));

        assertThat(stored(node, "Page", "note").ownSettings()).isEqualTo(SHORT);
        assertThat(stored(node, "Page", "note").dataType()).isEqualTo("STRING");
    }

    @OnEveryDatabase
    void whatOnlyCodeMadeOfHerTypeKeepsItsModelWhileItIsKept(Product product) {
        Instant start = Instant.parse("2026-05-01T00:00:00Z");
        Node node = patient(Node.on(product), start);
        node.start(site("1.0", block("Teaser"), type("Page")));
        Administrator.of(node).defines("Banner", ContentKind.PAGE, "tags:LIST<STRING>");
        node.start(site("1.1", block("Teaser"), type("Page"), banner("List<String>", "Teaser")));
        Path gone = site("1.2", type("Page"));

        SyncPlan plan = node.start(gone).plan();

        assertThat(type(plan, "Teaser").blockedBy()).containsExactly("property Banner.top refers to it");
        StoredProperty top = stored(node, "Banner", "top");
        assertThat(top.orphanedSince()).isEqualTo(start);
        assertThat(top.ownType().toString()).isEqualTo("BLOCK<Teaser>");
        assertThat(node.dryRun(gone).hasWork()).isFalse();
        Node later = patient(node, start.plus(Duration.ofDays(31)));
        later.start(gone);
        assertThat(stored(node, "Banner").properties())
                .extracting(StoredProperty::name)
                .containsExactly("tags");
        assertThat(node.stored().types()).extracting(StoredType::name).containsExactly("Banner", "Page");
        assertThat(later.dryRun(gone).hasWork()).isFalse();
    }

    @OnEveryDatabase
    void itComesBackFromHerTypeToTheClassThatReturns(Product product) {
        Node node = Node.on(product)
                .with(builder -> builder.policy(Policy.standard().withOrphans(new OrphanPolicy.Keep())));
        node.start(site("1.0", block("Teaser")));
        Administrator.of(node).defines("Banner", ContentKind.PAGE, "tags:LIST<STRING>");
        node.start(site("1.1", block("Teaser"), banner("List<String>", "Teaser")));
        long id = stored(node, "Banner", "top").id();
        node.start(site("1.2", block("Teaser")));

        SyncPlan plan = node.start(site("1.3", block("Teaser"), banner("List<String>", "Teaser")))
                .plan();

        assertThat(type(plan, "Banner").properties())
                .extracting(each -> each.name(), each -> each.diff().reasons())
                .containsExactly(tuple("tags", List.of(Reason.ADOPTED)), tuple("top", List.of(Reason.RETURNED)));
        assertThat(stored(node, "Banner", "top").id()).isEqualTo(id);
        assertThat(stored(node, "Banner", "top").ownSettings().isEmpty()).isTrue();
    }

    @OnEveryDatabase
    void whereWhatSheSaidNamesATypeThatWentCodesSettingsStay(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Page")));
        Desk ada = Desk.of("Ada", node);
        ada.define(Definition.of("Card"));
        NewSettings cards = NewSettings.none().with("allowedChildren", List.of("Card"));
        ada.define(Definition.of("Banner").withSettings(cards).withProperty("title", "STRING"));
        node.start(site("1.1", type("Page"), type("Banner", "title")));
        ada.undefine("Card");

        node.start(site("1.2", type("Page")));

        assertThat(isAdminMade(stored(node, "Banner"))).isTrue();
        assertThat(stored(node, "Banner").ownSettings().isEmpty()).isTrue();
    }

    @OnEveryDatabase
    void aRenameIsCarriedIntoAllThatSheSaid(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", block("Teaser"), type("Page")));
        NewSettings teasersOnly = NewSettings.none().with("allowedTypes", List.of("Teaser", "Page"));
        Administrator.of(node)
                .defines("Banner", ContentKind.PAGE, "top:LIST<BLOCK<Teaser>>")
                .adds("Page", "promo:BLOCK<Teaser>", NewSettings.none())
                .adds("Page", "link:REFERENCE", teasersOnly);

        SyncPlan plan = node.start(site(
                        "1.1",
                        "package com.acme; import dev.synchronizer.annotation.*;"
                                + " @ContentType(kind = ContentKind.BLOCK) @RenamedFrom(\"Teaser\")"
                                + " public class Intro {}",
                        type("Page")))
                .plan();

        assertThat(plan.following())
                .extracting(FollowingRow::address)
                .containsExactly("Banner.top", "Page.link", "Page.promo");
        assertThat(plan.summary().rowsWritten()).isEqualTo(4);
        assertThat(stored(node, "Banner", "top").ownType().toString()).isEqualTo("LIST<BLOCK<Intro>>");
        assertThat(stored(node, "Page", "promo").ownType().toString()).isEqualTo("BLOCK<Intro>");
        assertThat(stored(node, "Page", "link").ownSettings().texts(SettingKey.ALLOWED_TYPES))
                .containsExactly("Intro", "Page");
        Path gone = site("1.2", type("Page"));
        assertThat(type(node.start(gone).plan(), "Intro").blockedBy())
                .containsExactly(
                        "property Banner.top refers to it",
                        "property Page.link refers to it",
                        "property Page.promo refers to it");
    }

    private static Node patient(Node node, Instant now) {
        Policy quarantine = Policy.standard().withOrphans(new OrphanPolicy.Quarantine(Duration.ofDays(30)));
        return node.with(builder -> builder.policy(quarantine).clock(Clock.fixed(now, ZoneOffset.UTC)));
    }

    private static List<String> conflicts(Node node, Path models) {
        SyncRefusedException refused = catchThrowableOfType(SyncRefusedException.class, () -> node.start(models));
        assertThat(refused).isNotNull();
        assertThat(refused.plan().refusals().asList())
                .extracting(Problem::code)
                .containsOnly(ProblemCode.ADOPTION_CONFLICT);
        return refused.plan().refusals().asList().stream()
                .map(problem -> problem.subject() + ": " + problem.message())
                .toList();
    }

    private static String block(String name, String... properties) {
        return annotatedType("@ContentType(kind = ContentKind.BLOCK)", name, properties);
    }

    private static String banner(String tags, String block) {
        return "package com.acme; import dev.synchronizer.annotation.*; import java.util.*;"
                + " @ContentType public class Banner {" + property(tags, "tags") + property(block, "top") + "}";
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources)
                .with("package com.acme; public class Plain {}")
                .version("site", version)
                .jar(folder.resolve("site-" + version + ".jar"));
    }
}
