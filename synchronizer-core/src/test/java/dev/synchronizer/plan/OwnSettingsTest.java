package dev.synchronizer.plan;

import static dev.synchronizer.fixtures.Models.block;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.said;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static dev.synchronizer.plan.Plans.NOW;
import static dev.synchronizer.plan.Plans.plan;
import static dev.synchronizer.plan.Plans.planned;
import static dev.synchronizer.plan.Plans.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** E7: what rows say for themselves once code does not. */
class OwnSettingsTest {
    private static final Instant MARKED = NOW.minusSeconds(60);
    private static final Policy KEEP = Policy.standard().withOrphans(new OrphanPolicy.Keep());
    private static final Settings LOCAL = Settings.none().with(SettingKey.LOCALIZED, SettingValue.of(true));

    @Test
    void anOrphanThatWasMarkedBeforeItsTypeReturnsTakesUpItsModelAndStaysMarkedSinceThen() {
        PropertyModel top = said(block("top", "Teaser"), SettingKey.LOCALIZED, true);
        StoredModel stored = adopted(
                type("Banner", text("title"), top),
                property -> property.name().equals("top")
                        ? new StoredProperty(property.id(), "top", "BLOCK", Origin.CODE, false, MARKED)
                        : returning(property, Settings.none()));

        SyncPlan plan = plan(stored, model(site("1.1", type("Teaser"))), KEEP, NOW);

        StoredProperty orphan = property(plan, "Banner", "top");
        assertThat(orphan.orphanedSince()).isEqualTo(MARKED);
        assertThat(orphan.ownType().toString()).isEqualTo("BLOCK<Teaser>");
        assertThat(orphan.ownSettings().flag(SettingKey.LOCALIZED, SettingKey.Scope.PROPERTY))
                .isTrue();
    }

    @Test
    void whatOnlyAnAdministratorMayOverrideAndWhatOnlyCodeMaySayIsNotAmongThem() {
        PropertyModel title = said(
                said(said(text("title"), SettingKey.PROMPT, "Say it"), SettingKey.LOCKED, "prompt"),
                SettingKey.MAX_LENGTH,
                7);
        StoredModel stored = adopted(type("Banner", title), property -> property);

        SyncPlan plan = plan(stored, model(site("1.1", type("Teaser"))), KEEP, NOW);

        assertThat(property(plan, "Banner", "title").ownSettings())
                .isEqualTo(Settings.none().with(SettingKey.MAX_LENGTH, SettingValue.of(7)));
    }

    @Test
    void itReturnsUnderTheNewNameOfABlockThatIsRenamedInTheSameRun() {
        Settings own = Settings.none().with(SettingKey.DATA_TYPE, SettingValue.of("BLOCK<Teaser>"));
        StoredModel stored = adopted(type("Banner", block("top", "Teaser")), property -> returning(property, own));

        SyncPlan plan = plan(stored, model(site("1.1", type("Intro").withFormerNames(List.of("Teaser")))), KEEP, NOW);

        assertThat(plan.following()).isEmpty();
        assertThat(property(plan, "Banner", "top").ownType().toString()).isEqualTo("BLOCK<Intro>");
    }

    @Test
    void whereTheyNameATypeThatWentWhileTheyRestedCodesHold() {
        Settings own = Settings.none().with(SettingKey.ALLOWED_TYPES, SettingValue.set(List.of("Gone", "Teaser")));
        PropertyModel title = said(text("title"), SettingKey.LOCALIZED, true);
        StoredModel stored = adopted(type("Banner", title), property -> returning(property, own));

        assertThat(property(plan(stored, model(site("1.1", type("Teaser")))), "Banner", "title")
                        .ownSettings())
                .isEqualTo(LOCAL);
    }

    @Test
    void aTypeOfAnotherKindThanItWasMadeAsKeepsTheKindThatItsItemsHaveNow() {
        StoredModel stored =
                adopted(said(type("Banner", text("title")), SettingKey.KIND, "BLOCK"), property -> property);
        StoredModel unchanged = adopted(type("Banner", text("title")), property -> property);
        ContentModel without = model(site("1.1", type("Teaser")));

        assertThat(row(plan(stored, without), "Banner").ownSettings())
                .isEqualTo(Settings.none().with(SettingKey.KIND, SettingValue.of("BLOCK")));
        assertThat(row(plan(unchanged, without), "Banner").ownSettings())
                .isEqualTo(Settings.none().with(SettingKey.ABSTRACT, SettingValue.of(true)));
    }

    private interface Rows {
        StoredProperty row(StoredProperty committed);
    }

    /** A type that an administrator made, abstract, and that code has adopted, beside a type Teaser. */
    private static StoredModel adopted(TypeModel banner, Rows rows) {
        StoredModel stored = StoredModel.ofCommitted(model(site("1.0", banner, type("Teaser"))));
        List<StoredType> types = stored.types().stream()
                .map(type -> type.name().equals("Banner") ? adopted(type, rows) : type)
                .toList();
        return new StoredModel(stored.revision(), stored.modules(), types);
    }

    private static StoredType adopted(StoredType type, Rows rows) {
        return new StoredType(
                type.id(),
                type.guid(),
                type.name(),
                type.className(),
                type.module(),
                Origin.CODE,
                true,
                null,
                Settings.none().with(SettingKey.ABSTRACT, SettingValue.of(true)),
                type.properties().stream().map(rows::row).toList());
    }

    private static StoredProperty returning(StoredProperty property, Settings own) {
        return new StoredProperty(property.id(), property.name(), property.dataType(), Origin.CODE, true, null, own);
    }

    private static StoredProperty property(SyncPlan plan, String type, String name) {
        return planned(plan, type).properties().stream()
                .filter(property -> property.name().equals(name))
                .map(property -> Objects.requireNonNull(property.rowAfter()))
                .findFirst()
                .orElseThrow();
    }
}
