package dev.synchronizer.cli.render;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The stored types, one a line. */
public final class TypesReport implements Answer {
    private final Catalogue catalogue;
    private final List<StoredType> types;
    private final Map<Long, Long> overrides;

    /**
     * Looks at types.
     *
     * @param all whether orphans, which are not part of the effective view, are listed too
     */
    public TypesReport(StoredModel stored, boolean all) {
        catalogue = new Catalogue(stored);
        types = stored.types().stream()
                .filter(type -> all || type.orphanedSince() == null)
                .toList();
        overrides = stored.overrides().stream()
                .collect(Collectors.groupingBy(SettingOverride::typeId, Collectors.counting()));
    }

    private long overrides(StoredType type) {
        return overrides.getOrDefault(type.id(), 0L);
    }

    @Override
    public String text(Style style) {
        if (types.isEmpty()) {
            return "No types are stored.\n";
        }
        Columns columns = new Columns("type", "kind", "module", "origin", "properties", "overrides");
        for (StoredType type : types) {
            columns.add(
                    type.orphanedSince() == null ? type.name() : type.name() + " (orphan)",
                    kind(type),
                    type.module() == null ? "" : type.module(),
                    type.origin().name().toLowerCase(Locale.ROOT),
                    String.valueOf(Catalogue.effective(type).size()),
                    String.valueOf(overrides(type)));
        }
        return columns.toString();
    }

    private String kind(StoredType type) {
        return catalogue
                .code(type)
                .map(TypeModel::settings)
                .orElse(type.ownSettings())
                .text(SettingKey.KIND)
                .orElse(ContentKind.PAGE.name())
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", "synchronizer-types/1");
            out.array(
                    "types",
                    types,
                    type -> out.object(() -> {
                        Catalogue.writeIdentity(type, out);
                        out.text("kind", kind(type));
                        out.number("properties", Catalogue.effective(type).size());
                        out.number("overrides", overrides(type));
                    }));
        }));
    }
}
