package dev.synchronizer.cli.render;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.model.Usage;
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

/** Plans made by hand. */
final class Plans {
    private Plans() {}

    /** Something new, updated, identical, orphaned, gated, in conflict and absent; breaking, lossy; with problems. */
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
                ModelComparison.compare(StoredModel.ofCommitted(before), after, Scope.everything()),
                Policy.standard(),
                Usage.UNKNOWN,
                new Validation(Problems.none(), Problems.of(warning("Page"))),
                Instant.EPOCH);
        Problem loss = Problem.of(ProblemCode.LOSSY_CHANGE, "Newsletter.subject", "3 values hold \u0007");
        return plan.withProblems(Problems.of(warning("acme"), loss));
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
