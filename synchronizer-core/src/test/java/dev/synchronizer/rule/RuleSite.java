package dev.synchronizer.rule;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.catalog.OwnModels;
import dev.synchronizer.commit.Committer;
import dev.synchronizer.commit.StartMemory;
import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.fixtures.MemoryStore;
import dev.synchronizer.fixtures.Models;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleVersion;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.plan.Planner;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.validate.Validation;
import dev.synchronizer.value.Values;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A site with articles of properties of all data types, pages, and blocks. */
public final class RuleSite {
    public static final String STORE = "main";

    private RuleSite() {}

    /** The types {@code Article}, {@code Page}, {@code Hero} (a block), and {@code Root}, which is abstract. */
    public static RuleTypes types() {
        TypeModel article = Models.type(
                "Article",
                Models.text("title"),
                Models.text("teaser"),
                property("body", PropertyType.single(DataType.TEXT)),
                Models.said(Models.text("summary"), SettingKey.LOCALIZED, true),
                Models.said(Models.text("headline"), SettingKey.LOCALIZED, true),
                Models.number("views"),
                property("score", PropertyType.single(DataType.DECIMAL)),
                property("ratio", PropertyType.single(DataType.DOUBLE)),
                property("hits", PropertyType.single(DataType.LONG)),
                property("hot", PropertyType.single(DataType.BOOLEAN)),
                property("at", PropertyType.single(DataType.INSTANT)),
                property("day", PropertyType.single(DataType.DATE)),
                property("link", PropertyType.single(DataType.URI)),
                property("tongue", PropertyType.single(DataType.LOCALE)),
                property("related", PropertyType.single(DataType.REFERENCE)),
                property("in", PropertyType.single(DataType.INTEGER)),
                property("tags", PropertyType.list(DataType.STRING)),
                property("marks", PropertyType.set(DataType.INTEGER)),
                Models.block("hero", "Hero"),
                property("heroes", PropertyType.block("Hero").withCardinality(PropertyType.Cardinality.LIST)));
        TypeModel hero = Models.block(Models.type("Hero", Models.text("title"), Models.number("size")));
        TypeModel root = Models.said(Models.type("Root", Models.text("title")), SettingKey.ABSTRACT, true);
        return types(article, Models.type("Page", Models.text("title")), hero, root);
    }

    public static RuleTypes types(TypeModel... types) {
        MemoryStore store = new MemoryStore();
        ContentModel model = ContentModel.of(Models.site("1.0", types));
        new Committer(
                        store,
                        "tester",
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                        plan -> {},
                        (rows, total) -> {},
                        (on, done, total) -> {})
                .commit(
                        Instant.EPOCH,
                        StartMemory.NONE,
                        (stored, content) -> Planner.plan(
                                ModelComparison.compare(stored, model, Scope.everything()),
                                Policy.standard(),
                                Usage.NONE,
                                Validation.nothing(),
                                Instant.EPOCH));
        return RuleTypes.of(new Catalog(store, new OwnModels() {
            @Override
            public Map<String, ModuleVersion> versions() {
                return Map.of();
            }

            @Override
            public ModelDiff compare(StoredModel stored) {
                throw new AssertionError("nobody knows this node's models");
            }
        }));
    }

    private static PropertyModel property(String name, PropertyType type) {
        return Models.property(name, type);
    }

    /** An enabled rule for articles. */
    public static Rule rule(String name, String condition, String... actions) {
        return rule(name, List.of("Article"), condition, actions);
    }

    public static Rule rule(String name, List<String> types, String condition, String... actions) {
        List<RuleAction> parsed = Arrays.stream(actions).map(ActionText::parse).toList();
        return new Rule(name, STORE, types, 0, true, condition, parsed);
    }

    /** An update of an article by ann. */
    public static RuleFacts facts(Values values, @Nullable Values before, String... changed) {
        return new RuleFacts("Article", "Welcome", values, before, List.of(changed), "UPDATE", "API", STORE, "", "ann");
    }

    /** The same save, about a language. */
    public static RuleFacts in(String lang, RuleFacts facts) {
        return new RuleFacts(
                facts.type(),
                facts.name(),
                facts.values(),
                facts.before(),
                facts.changed(),
                facts.op(),
                facts.origin(),
                facts.store(),
                lang,
                facts.user());
    }
}
