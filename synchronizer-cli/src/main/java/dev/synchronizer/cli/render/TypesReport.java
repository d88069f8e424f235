package dev.synchronizer.cli.render;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.List;
import java.util.Locale;

/** The stored types, one a line. */
public final class TypesReport implements Answer {
    private final Catalogue catalogue;
    private final List<StoredType> types;

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
    }

    @Override
    public String text(Style style) {
        if (types.isEmpty()) {
            return "No types are stored.\n";
        }
        Columns columns = new Columns("type", "kind", "module", "origin", "properties");
        for (StoredType type : types) {
            columns.add(
                    type.orphanedSince() == null ? type.name() : type.name() + " (orphan)",
                    kind(type),
                    type.module() == null ? "" : type.module(),
                    type.origin().name().toLowerCase(Locale.ROOT),
                    String.valueOf(Catalogue.effective(type).size()));
        }
        return columns.toString();
    }

    private String kind(StoredType type) {
        return catalogue
                .code(type)
                .map(TypeModel::kind)
                .orElse(ContentKind.PAGE)
                .name()
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
                    }));
        }));
    }
}
