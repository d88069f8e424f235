package dev.synchronizer.value;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.PropertyType.Cardinality;
import dev.synchronizer.value.BlockParts.Part;
import dev.synchronizer.value.RewrittenDocument.Lost;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Changes the values of one property in the blocks of a document; blocks are the only objects that a document has. */
final class DocumentRewriting {
    private final long part;
    private final BlockParts parts;
    private final Change change;
    private final List<Lost> lost = new ArrayList<>();

    private DocumentRewriting(long part, BlockParts parts, Change change) {
        this.part = part;
        this.parts = parts;
        this.change = change;
    }

    /** What becomes of the values that a block has of the property, by their places. */
    @FunctionalInterface
    interface Change {
        void of(SortedMap<PartKey, String> values, List<Lost> lost);
    }

    static RewrittenDocument rewrite(
            StoredValue document, PropertyType whole, long part, BlockParts parts, Change change) {
        DocumentRewriting rewriting = new DocumentRewriting(part, parts, change);
        String text = JsonIn.read((String) document.value(), in -> rewriting.value(whole.cardinality(), in));
        StoredValue rewritten = new StoredValue(
                document.item(),
                document.property(),
                document.language(),
                document.column(),
                text,
                StoredForm.uses(text));
        return new RewrittenDocument(rewritten, rewriting.lost);
    }

    private String value(Cardinality cardinality, JsonIn in) {
        return JsonOut.compact(out -> copy(cardinality, in, out));
    }

    private void copy(Cardinality cardinality, JsonIn in, JsonOut out) {
        switch (in.peek()) {
            case OBJECT -> block(in, out);
            case ARRAY -> array(cardinality, in, out);
            default -> in.copyTo(out);
        }
    }

    /** What was changed within a set's blocks may change their order, and may make some of them alike. */
    private void array(Cardinality cardinality, JsonIn in, JsonOut out) {
        if (cardinality == Cardinality.SET) {
            out.array(new TreeSet<>(in.array(() -> value(Cardinality.SINGLE, in))), out::json);
        } else {
            out.array(() -> in.elements(() -> copy(Cardinality.SINGLE, in, out)));
        }
    }

    private void block(JsonIn in, JsonOut out) {
        SortedMap<PartKey, String> members = new TreeMap<>();
        in.object(name -> {
            PartKey key = PartKey.parse(name);
            members.put(key, value(cardinalityOf(key), in));
        });
        change.of(members.subMap(new PartKey(part, ""), new PartKey(part + 1, "")), lost);
        out.object(
                () -> members.forEach((key, value) -> out.name(key.toString()).json(value)));
    }

    private Cardinality cardinalityOf(PartKey key) {
        Part member = parts.of(key.part());
        return member == null ? Cardinality.LIST : member.type().cardinality();
    }
}
