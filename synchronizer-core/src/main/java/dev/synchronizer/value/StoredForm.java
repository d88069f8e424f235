package dev.synchronizer.value;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.value.BlockParts.Part;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Canonical values as their rows have them. */
public final class StoredForm {
    private StoredForm() {}

    public static StoredValue toStored(
            UUID item, long property, String language, PropertyType type, Object canonical, BlockParts parts) {
        ValueColumn column = ValueColumn.of(type);
        if (column == ValueColumn.DOCUMENT) {
            String document = JsonOut.compact(out -> new IdForm(parts).write(type, canonical, out));
            SortedMap<Long, Integer> uses = type.blockType() == null ? Collections.emptySortedMap() : uses(document);
            return new StoredValue(item, property, language, column, document, uses);
        }
        Object value = Scalars.of(type.base()).toColumn(canonical);
        return new StoredValue(item, property, language, column, value, Collections.emptySortedMap());
    }

    /**
     * The canonical value of a row; what belongs to properties of blocks that are gone is left out.
     *
     * @throws ProblemsException if it stands in the column of another data type, where something else has written it
     */
    public static Object fromStored(PropertyType type, StoredValue stored, BlockParts parts) {
        if (stored.column() != ValueColumn.of(type)) {
            throw new ProblemsException(
                    Problem.of(
                            ProblemCode.DAMAGED_ITEM,
                            stored.item().toString(),
                            "its value of " + place(stored, parts) + " is none of the data type " + type),
                    null);
        }
        if (stored.column() != ValueColumn.DOCUMENT) {
            return Scalars.of(type.base()).fromColumn(stored.value());
        }
        return fromJson(type, (String) stored.value(), parts);
    }

    private static String place(StoredValue stored, BlockParts parts) {
        Part part = parts.of(stored.property());
        return (part == null ? "the property with the id " + stored.property() : part.name())
                + (stored.language().isEmpty() ? "" : " in the language " + stored.language());
    }

    /** The canonical value of what stands in a document, such as {@link DocumentParts} tell of. */
    public static Object fromJson(PropertyType type, String json, BlockParts parts) {
        Object value = JsonIn.read(json, in -> new IdForm(parts).read(type, in));
        if (value == null) {
            throw new IllegalStateException("no document holds nothing: " + json);
        }
        return value;
    }

    /** How often values of which properties of blocks stand in a document. */
    static SortedMap<Long, Integer> uses(String document) {
        SortedMap<Long, Integer> uses = new TreeMap<>();
        JsonIn.read(document, in -> {
            count(in, uses);
            return uses;
        });
        return uses;
    }

    private static void count(JsonIn in, SortedMap<Long, Integer> uses) {
        switch (in.peek()) {
            case OBJECT ->
                in.object(member -> {
                    uses.merge(PartKey.parse(member).part(), 1, Integer::sum);
                    count(in, uses);
                });
            case ARRAY -> in.elements(() -> count(in, uses));
            default -> in.skip();
        }
    }
}
