package dev.synchronizer.migration;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.value.RewrittenDocument;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredParts;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueConversion;
import dev.synchronizer.value.ValueJson;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Converts the values of one property, those within the blocks of other properties too. */
final class DataTypeConversion {
    private final ConvertedProperty property;
    private final PropertyType from;
    private final ValueConversion conversion;
    private final ContentTransaction content;
    private final StoredParts parts;

    DataTypeConversion(
            ConvertedProperty property,
            PropertyType from,
            PropertyType to,
            ContentTransaction content,
            StoredParts parts) {
        this.property = property;
        this.from = from;
        this.conversion = ValueConversion.between(from, to, parts);
        this.content = content;
        this.parts = parts;
    }

    void run() {
        if (!conversion.keepsColumn()) {
            Pages.each((last, limit) -> content.valuesOf(property.id(), last, limit), this::convert);
        }
        if (!conversion.keepsDocuments()) {
            Pages.each((last, limit) -> content.documentsWith(property.id(), last, limit), this::rewrite);
        }
    }

    private void convert(List<StoredValue> page) {
        for (StoredValue value : page) {
            Optional<StoredValue> converted = conversion.convert(value);
            if (converted.isPresent()) {
                property.save(converted.get());
            } else {
                property.delete(value);
                property.lose(value.item(), value.language(), json(value));
            }
        }
        property.flush(content, page.size());
    }

    private String json(StoredValue value) {
        Object canonical = StoredForm.fromStored(from, value, parts);
        return JsonOut.compact(out -> ValueJson.write(from, canonical, parts, out));
    }

    private void rewrite(List<StoredValue> page) {
        for (StoredValue document : page) {
            PropertyType whole =
                    Objects.requireNonNull(parts.of(document.property())).type();
            RewrittenDocument rewritten = conversion.rewriteDocument(document, whole, property.id());
            property.save(rewritten.document());
            rewritten.lost().forEach(lost -> property.lose(document.item(), lost.language(), lost.json()));
        }
        property.flush(content, page.size());
    }
}
