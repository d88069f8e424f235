package dev.synchronizer.cli.render;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Planner;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.validate.Validation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans made by hand. */
final class Plans {
    private Plans() {}

    static final Instant SAVED_AT = Instant.parse("2026-03-01T12:00:00Z");

    /**
     * Something new, updated, identical, orphaned, gated, in conflict and absent; breaking, lossy; with problems; with
     * overrides in every state but resting.
     */
    static SyncPlan ofEveryKind() {
        ContentModel before = ContentModel.of(
                module(
                        "acme",
                        "1.0",
                        article("1.50", false),
                        guid("Clash", 1),
                        type("Newsletter", "subject"),
                        type("Page", "title")),
                module("shop", "2.0", type("Basket", "total")),
                module("old", "1.0", type("Relic", "age")));
        ContentModel after = ContentModel.of(
                module(
                        "acme",
                        "1.1",
                        article("2", true),
                        guid("Clash", 2),
                        type("Newsletters", "subject"),
                        type("Page", "title")),
                module("shop", "1.9", type("Basket", "total")));
        SyncPlan plan = Planner.plan(
                ModelComparison.compare(withOverrides(StoredModel.ofCommitted(before)), after, Scope.everything()),
                Policy.standard(),
                Usage.UNKNOWN,
                new Validation(Problems.none(), Problems.of(warning("Page"))),
                Instant.EPOCH);
        Problem loss = Problem.of(ProblemCode.LOSSY_CHANGE, "Newsletter.subject", "3 values hold \u0007");
        return plan.withProblems(Problems.of(warning("acme"), loss));
    }

    private static StoredModel withOverrides(StoredModel stored) {
        List<SettingOverride> overrides = List.of(
                saved(stored, "Article.rating", "required", SettingValue.of(false), SettingValue.of(false)),
                saved(stored, "Article.rating", "description", SettingValue.of("a | <b>"), null),
                saved(stored, "Article.title", "prompt", null, null),
                saved(stored, "Article", "access", SettingValue.set(List.of("a", "b2")), null),
                saved(stored, "Basket", "colour", SettingValue.of("red"), null),
                saved(stored, "Newsletter", "icon", SettingValue.of("mail"), null),
                saved(stored, "Newsletter.subject", "prompt", SettingValue.of("About?"), null),
                saved(stored, "Page", "order", SettingValue.of(5), SettingValue.of(7)));
        return new StoredModel(stored.revision(), stored.modules(), stored.types(), overrides);
    }

    private static SettingOverride saved(
            StoredModel stored,
            String owner,
            String setting,
            @Nullable SettingValue value,
            @Nullable SettingValue then) {
        String[] names = owner.split("\\.");
        StoredType type = stored.types().stream()
                .filter(each -> each.name().equals(names[0]))
                .findFirst()
                .orElseThrow();
        Long property = names.length == 1
                ? null
                : type.property(names[1]).map(StoredProperty::id).orElseThrow();
        return new SettingOverride(type.id(), property, setting, value, "ann", SAVED_AT, then);
    }

    /** The rename of a block that an administrator's property embeds, beside an orphan that is kept in her type. */
    static SyncPlan ofARenameThatIsFollowed() {
        StoredModel stored = StoredModel.ofCommitted(ContentModel.of(module("acme", "1.0", type("Teaser"))));
        Settings own = Settings.none().with(SettingKey.DATA_TYPE, SettingValue.of("LIST<BLOCK<Teaser>>"));
        StoredProperty teasers = new StoredProperty(8, "teasers", "LIST<BLOCK>", Origin.ADMIN, false, null, own);
        StoredProperty orphan = new StoredProperty(9, "old", "STRING", Origin.CODE, false, Instant.EPOCH);
        StoredType banner = new StoredType(
                7,
                TypeGuid.derive("Banner"),
                "Banner",
                null,
                null,
                Origin.ADMIN,
                false,
                null,
                List.of(teasers, orphan));
        List<StoredType> types = List.of(stored.types().get(0), banner);
        return Planner.plan(
                ModelComparison.compare(
                        new StoredModel(1, stored.modules(), types),
                        ContentModel.of(module("acme", "1.1", type("Intro").withFormerNames(List.of("Teaser")))),
                        Scope.everything()),
                Policy.standard().withOrphans(new OrphanPolicy.Keep()),
                Usage.NONE,
                Validation.nothing(),
                Instant.EPOCH);
    }

    /** So many new types. */
    static SyncPlan ofNewTypes(int count) {
        List<TypeModel> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            types.add(type("Type" + i, "one", "two", "three"));
        }
        return Synchronizer.compare(ContentModel.of(), ContentModel.of(new ModuleModel("acme", "1.0", types)));
    }

    /** A module with a type whose properties are not equally wide. */
    static ModuleModel withNarrowAndWide() {
        PropertyModel narrow = property("a")
                .withSettings(Settings.none()
                        .with(SettingKey.REQUIRED, SettingValue.of(true))
                        .with(SettingKey.DEFAULT_VALUE, SettingValue.of("true")));
        PropertyModel wide = new PropertyModel("aLongerOne", PropertyType.list(DataType.STRING), "acme.Declares");
        return module("acme", "1.0", type("Page").withProperties(List.of(narrow, wide)));
    }

    /** A module with types that have no properties, and one that has. */
    static ModuleModel withTypesOfOneLine() {
        return module("acme", "1.0", type("A"), type("B"), type("C", "one"), type("D"));
    }

    static ReportInput shown(SyncPlan plan, boolean all, String... violated) {
        List<String> kinds = List.of(violated);
        return new ReportInput(plan, Outcome.dryRun(), all, kinds, kinds, true, Style.PLAIN, "1.0");
    }

    private static Problem warning(String subject) {
        return Problem.of(ProblemCode.USELESS_SUPPRESSION, subject, "it says <nothing> & \"more\" | less\u0007");
    }

    private static ModuleModel module(String name, String version, TypeModel... types) {
        return new ModuleModel(name, version, List.of(types));
    }

    private static TypeModel guid(String name, int last) {
        return type(name).withGuid("0f8f2f0a-6f0b-4a0e-9d3a-0d6c3d5c1a0" + last);
    }

    private static TypeModel article(String max, boolean required) {
        Settings settings = Settings.none()
                .with(SettingKey.MAX, SettingValue.of(new java.math.BigDecimal(max)))
                .with(SettingKey.REQUIRED, SettingValue.of(required))
                .with(SettingKey.LOCALIZED, SettingValue.of(!required))
                .with(SettingKey.DESCRIPTION, SettingValue.of("several\nlines of | <b>" + max));
        PropertyModel rating = property("rating").withSettings(settings);
        return type("Article", "title")
                .withProperties(List.of(rating, property("title")))
                .withSettings(Settings.none().with(SettingKey.ACCESS, SettingValue.set(List.of("b" + max, "a"))));
    }

    private static TypeModel type(String name, String... properties) {
        return new TypeModel(
                name,
                "acme." + name,
                java.util.Arrays.stream(properties).map(Plans::property).toList());
    }

    private static PropertyModel property(String name) {
        return new PropertyModel(name, PropertyType.single(DataType.STRING), "acme.Declares");
    }
}
