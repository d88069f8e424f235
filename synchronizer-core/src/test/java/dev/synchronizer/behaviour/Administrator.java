package dev.synchronizer.behaviour;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Somebody called Ann, who saves and defines what she likes in the database of a {@link Node}. */
final class Administrator {
    static final String NAME = "ann";
    static final Instant SAVED_AT = Instant.parse("2026-03-01T12:00:00Z");

    private final Node node;

    private Administrator(Node node) {
        this.node = node;
    }

    static Administrator of(Node node) {
        return new Administrator(node);
    }

    /** Saves a setting of a property such as {@code Article.teaser}, or of a type. */
    Administrator saves(String owner, String setting, @Nullable SettingValue value) {
        NewSettings settings = value == null
                ? NewSettings.none().withNothing(setting)
                : NewSettings.none().with(setting, value);
        return does(synchronizer -> synchronizer.overrides().set(NAME, Address.parse(owner), settings));
    }

    /** Has saved a setting of a type with a newer release, of which this one knows nothing. */
    Administrator savedOfNewerReleases(String type, String setting, SettingValue value) {
        SettingOverride override =
                new SettingOverride(stored(node, type).id(), null, setting, value, NAME, SAVED_AT, null);
        try (JdbcStore store = new JdbcStore(node.database().dataSource())) {
            store.inTransaction(transaction -> {
                transaction.saveOverrides(List.of(override));
                return override;
            });
        }
        return this;
    }

    /** Makes a type of a kind, with properties such as {@code title:STRING} or {@code teasers:LIST<BLOCK<Teaser>>}. */
    Administrator defines(String type, ContentKind kind, String... properties) {
        Definition definition = Definition.of(type).withKind(kind);
        for (String property : properties) {
            definition = definition.withProperty(property(property, NewSettings.none()));
        }
        return defines(definition);
    }

    /** Adds a property such as {@code teasers:LIST<BLOCK<Teaser>>} to a type, with more that she says of it. */
    Administrator adds(String type, String property, NewSettings more) {
        return defines(Definition.of(type).withProperty(property(property, more)));
    }

    private Administrator defines(Definition definition) {
        return does(synchronizer -> synchronizer.definitions().define(NAME, definition));
    }

    private static PropertyDefinition property(String nameAndType, NewSettings settings) {
        String[] parts = nameAndType.split(":", 2);
        return new PropertyDefinition(parts[0], parts[1], settings);
    }

    private Administrator does(Function<Synchronizer, ?> act) {
        node.with(builder -> builder.clock(Clock.fixed(SAVED_AT, ZoneOffset.UTC)))
                .call(act::apply);
        return this;
    }

    static List<SettingOverride> saved(Node node) {
        return node.stored().overrides();
    }

    static StoredType stored(Node node, String type) {
        return node.stored().types().stream()
                .filter(each -> each.name().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is stored as " + type));
    }

    static StoredProperty stored(Node node, String type, String property) {
        return stored(node, type).property(property).orElseThrow();
    }

    static boolean isAdminMade(StoredType type) {
        return type.origin() == Origin.ADMIN && type.className() == null && type.module() == null;
    }
}
