package dev.synchronizer.conversion;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.value.LanguageRemoval;
import dev.synchronizer.value.RewrittenDocument;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredParts;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import dev.synchronizer.value.ValueJson;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of a property that ceases to be localized one value in each item and block: that of no language in particular,
 * else that of the first language in their order. What a language had is lost, be it the language alone.
 */
final class Delocalization {
    private final ConvertedProperty property;
    private final PropertyType type;
    private final ContentTransaction content;
    private final StoredParts parts;
    private @Nullable UUID item;

    Delocalization(ConvertedProperty property, PropertyType type, ContentTransaction content, StoredParts parts) {
        this.property = property;
        this.type = type;
        this.content = content;
        this.parts = parts;
    }

    void run() {
        Pages.each((last, limit) -> content.valuesOf(property.id(), last, limit), this::keepFirst);
        Pages.each((last, limit) -> content.documentsWith(property.id(), last, limit), this::rewrite);
    }

    /** Values come in the order of items and languages, so that the first one of an item is the one to stay. */
    private void keepFirst(List<StoredValue> page) {
        for (StoredValue value : page) {
            boolean first = !value.item().equals(item);
            item = value.item();
            if (!value.language().isEmpty()) {
                property.delete(value);
                property.lose(value.item(), value.language(), json(StoredForm.fromStored(type, value, parts)));
                if (first) {
                    property.add(withoutLanguage(value));
                }
            }
        }
        property.move(content, page.size());
    }

    private static StoredValue withoutLanguage(StoredValue value) {
        return new StoredValue(value.item(), value.property(), "", value.column(), value.value(), value.parts());
    }

    /** For people, who know the properties of blocks by their names. */
    private String json(Object lost) {
        return JsonOut.compact(out -> ValueJson.write(type, lost, parts, out));
    }

    private void rewrite(List<StoredValue> page) {
        for (StoredValue document : page) {
            PropertyType whole =
                    Objects.requireNonNull(parts.of(document.property())).type();
            RewrittenDocument rewritten = LanguageRemoval.inDocument(document, whole, property.id(), parts);
            property.replace(document, rewritten.document());
            rewritten
                    .lost()
                    .forEach(lost -> property.lose(
                            document.item(), lost.language(), json(StoredForm.fromJson(type, lost.json(), parts))));
        }
        property.replace(content, ValueColumn.DOCUMENT, page.size());
    }
}
