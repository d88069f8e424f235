package dev.synchronizer.value;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.PropertyType.Cardinality;
import dev.synchronizer.value.RewrittenDocument.Lost;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns values of one data type into values of another, where nothing is lost (D6). Made once, it is used for any number
 * of values; safe for use by many threads.
 */
public final class ValueConversion {
    private final PropertyType from;
    private final PropertyType to;
    private final BlockParts parts;
    private final ElementConversion element;

    private ValueConversion(PropertyType from, PropertyType to, BlockParts parts) {
        this.from = from;
        this.to = to;
        this.parts = parts;
        element = ElementConversion.between(from, to);
    }

    /**
     * Prepares to convert any number of values.
     *
     * @param parts the properties of embedded blocks, with the data types of the values that stand in the store now
     */
    public static ValueConversion between(PropertyType from, PropertyType to, BlockParts parts) {
        return new ValueConversion(from, to, parts);
    }

    /** Whether a data type holds every value of another one, so that there is nothing to find out from the values. */
    public static boolean holdsEvery(PropertyType from, PropertyType to) {
        return HeldTypes.holdsEvery(from, to);
    }

    /** Whether every value converts and stays in its row as it is, so that there is nothing to do. */
    public boolean keepsColumn() {
        return HeldTypes.keepsColumn(from, to);
    }

    /** Whether every value converts and stays in a document as it is, so that there is nothing to do. */
    public boolean keepsDocuments() {
        return HeldTypes.keepsJson(from, to);
    }

    /** The value's row as it is to be; empty where the value does not convert without loss. */
    public Optional<StoredValue> convert(StoredValue value) {
        if (keepsColumn()) {
            return Optional.of(value);
        }
        return convertValue(StoredForm.fromStored(from, value, parts))
                .map(converted ->
                        StoredForm.toStored(value.item(), value.property(), value.language(), to, converted, parts));
    }

    /** The canonical value that another one becomes; empty where that loses something. */
    public Optional<Object> convertValue(Object canonical) {
        return Optional.ofNullable(from.isMany() ? ofMany((Collection<?>) canonical) : ofSingle(canonical));
    }

    private @Nullable Object ofSingle(Object value) {
        Object converted = element.convert(value);
        return converted == null || !to.isMany() ? converted : Elements.of(to, List.of(converted));
    }

    private @Nullable Object ofMany(Collection<?> values) {
        if (!to.isMany()) {
            return values.size() == 1 ? element.convert(values.iterator().next()) : null;
        }
        List<Object> elements = elements(values);
        Object all = elements == null ? null : Elements.of(to, elements);
        return all instanceof Collection<?> collection && saysTheSame(elements, collection) ? all : null;
    }

    /** Each element converted; null where one of them does not. */
    private @Nullable List<Object> elements(Collection<?> values) {
        List<Object> converted = new ArrayList<>(values.size());
        for (Object value : values) {
            Object one = element.convert(value);
            if (one == null) {
                return null;
            }
            converted.add(one);
        }
        return converted;
    }

    /** A set has no element twice, and those of a list in another order than its own only by chance. */
    private boolean saysTheSame(@Nullable List<Object> elements, Collection<?> all) {
        return from.cardinality() == Cardinality.LIST
                ? List.copyOf(all).equals(elements)
                : elements != null && elements.size() == all.size();
    }

    /**
     * What stays of a value that does not convert, once its loss is allowed: of a list that becomes a set its elements,
     * each once and not in their order. Of any other value nothing does.
     */
    public Optional<Object> remainder(Object canonical) {
        if (from.cardinality() != Cardinality.LIST || to.cardinality() != Cardinality.SET) {
            return Optional.empty();
        }
        List<Object> elements = elements((Collection<?>) canonical);
        return Optional.ofNullable(elements == null ? null : Elements.of(to, elements));
    }

    /** One value within a document as it is to be there; empty where it does not convert without loss. */
    public Optional<String> convertJson(String json) {
        if (keepsDocuments()) {
            return Optional.of(json);
        }
        return rewritten(json, this::convertValue);
    }

    private Optional<String> rewritten(String json, Function<Object, Optional<Object>> change) {
        IdForm form = new IdForm(parts);
        return Optional.ofNullable(JsonIn.<@Nullable Object>read(json, in -> form.read(from, in)))
                .flatMap(change)
                .map(value -> JsonOut.compact(out -> form.write(to, value, out)));
    }

    /**
     * Converts the values of a property of blocks in a document, at whatever depth they stand.
     *
     * @param whole the data type of the value that the document is
     * @param part the id of the property whose values are of the data type that is converted
     */
    public RewrittenDocument rewriteDocument(StoredValue document, PropertyType whole, long part) {
        return DocumentRewriting.rewrite(document, whole, part, parts, this::convertEach);
    }

    private void convertEach(SortedMap<PartKey, String> values, List<Lost> lost) {
        for (PartKey key : List.copyOf(values.keySet())) {
            String json = Objects.requireNonNull(values.remove(key));
            Optional<String> converted = convertJson(json);
            if (converted.isEmpty()) {
                lost.add(new Lost(key.language(), json));
            }
            converted.or(() -> rewritten(json, this::remainder)).ifPresent(value -> values.put(key, value));
        }
    }
}
