package dev.synchronizer.catalog;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingKey;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A content type as the application sees it: all of one moment. Reading it allocates nothing. */
public final class EffectiveType {
    private static final Comparator<EffectiveProperty> AS_EDITORS_SEE_THEM =
            Comparator.comparing(EffectiveType::order).thenComparing(EffectiveProperty::name);

    private final long id;
    private final UUID guid;
    private final String name;
    private final @Nullable String className;
    private final @Nullable String module;
    private final @Nullable String moduleVersion;
    private final Origin origin;
    private final ContentKind kind;
    private final EffectiveSettings settings;
    private final List<EffectiveProperty> properties;
    private final List<KeptProperty> outOfUse;
    private final Map<String, Optional<EffectiveProperty>> byName;

    EffectiveType(
            long id,
            UUID guid,
            String name,
            @Nullable String className,
            @Nullable String module,
            @Nullable String moduleVersion,
            Origin origin,
            EffectiveSettings settings,
            List<EffectiveProperty> properties,
            List<KeptProperty> outOfUse) {
        this.id = id;
        this.guid = guid;
        this.name = name;
        this.className = className;
        this.module = module;
        this.moduleVersion = moduleVersion;
        this.origin = origin;
        this.kind = ContentKind.valueOf(Objects.requireNonNull(settings.text(SettingKey.KIND)));
        this.settings = settings;
        this.properties = properties.stream().sorted(AS_EDITORS_SEE_THEM).toList();
        this.outOfUse = List.copyOf(outOfUse);
        this.byName = new HashMap<>();
        properties.forEach(property -> byName.put(property.name(), Optional.of(property)));
    }

    private static BigDecimal order(EffectiveProperty property) {
        return Objects.requireNonNull(property.settings().number(SettingKey.ORDER));
    }

    /** The id of its row; 0 where this node's own, older code has none. */
    public long id() {
        return id;
    }

    public UUID guid() {
        return guid;
    }

    public String name() {
        return name;
    }

    /** The class that declares it; null where an administrator made it. */
    public @Nullable String className() {
        return className;
    }

    /** The module that declares it; null where an administrator made it. */
    public @Nullable String module() {
        return module;
    }

    /** The version of the code that its defaults come from; null where that has none, or an administrator made it. */
    public @Nullable String moduleVersion() {
        return moduleVersion;
    }

    public Origin origin() {
        return origin;
    }

    public ContentKind kind() {
        return kind;
    }

    /** The type's own settings. */
    public EffectiveSettings settings() {
        return settings;
    }

    /** Its properties by effective order, then by name. */
    public List<EffectiveProperty> properties() {
        return properties;
    }

    public Optional<EffectiveProperty> property(String propertyName) {
        return byName.getOrDefault(propertyName, Optional.empty());
    }

    /** What is kept of it out of use, by name. */
    public List<KeptProperty> outOfUse() {
        return outOfUse;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EffectiveType type
                && id == type.id
                && guid.equals(type.guid)
                && name.equals(type.name)
                && Objects.equals(className, type.className)
                && Objects.equals(module, type.module)
                && Objects.equals(moduleVersion, type.moduleVersion)
                && origin == type.origin
                && settings.equals(type.settings)
                && properties.equals(type.properties)
                && outOfUse.equals(type.outOfUse);
    }

    @Override
    public int hashCode() {
        return guid.hashCode();
    }

    @Override
    public String toString() {
        return name + " " + settings + " " + properties;
    }
}
