package dev.synchronizer.conversion;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.plan.DataTypeChange;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.value.RewrittenDocument;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredParts;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import dev.synchronizer.value.ValueConversion;
import dev.synchronizer.value.ValueJson;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Converts the values of one property, those within the blocks of other properties too. */
final class DataTypeConversion {
    private final ConvertedProperty property;
    private final PropertyType now;
    private final PropertyType after;
    private final ValueConversion conversion;
    private final ContentTransaction content;
    private final StoredParts parts;

    /** @param now the data type of the values, in the names under which blocks are stored */
    DataTypeConversion(
            ConvertedProperty property,
            PropertyType now,
            DataTypeChange change,
            ContentTransaction content,
            StoredParts parts) {
        this.property = property;
        this.now = now;
        PropertyType before = Objects.requireNonNullElse(change.before(), now);
        after = change.after();
        conversion = ValueConversion.between(before, after, parts);
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
                property.replace(value, converted.get());
            } else {
                lose(value);
            }
        }
        property.replace(content, ValueColumn.of(now), page.size());
    }

    private void lose(StoredValue value) {
        Object canonical = StoredForm.fromStored(now, value, parts);
        property.lose(value.item(), value.language(), json(canonical));
        conversion
                .remainder(canonical)
                .map(rest -> StoredForm.toStored(value.item(), value.property(), value.language(), after, rest, parts))
                .ifPresentOrElse(kept -> property.replace(value, kept), () -> property.delete(value));
    }

    /** For people, who know the properties of blocks by their names. */
    private String json(Object lost) {
        return JsonOut.compact(out -> ValueJson.write(now, lost, parts, out));
    }

    private void rewrite(List<StoredValue> page) {
        for (StoredValue document : page) {
            PropertyType whole =
                    Objects.requireNonNull(parts.of(document.property())).type();
            RewrittenDocument rewritten = conversion.rewriteDocument(document, whole, property.id());
            property.replace(document, rewritten.document());
            rewritten
                    .lost()
                    .forEach(lost -> property.lose(
                            document.item(), lost.language(), json(StoredForm.fromJson(now, lost.json(), parts))));
        }
        property.replace(content, ValueColumn.DOCUMENT, page.size());
    }
}
