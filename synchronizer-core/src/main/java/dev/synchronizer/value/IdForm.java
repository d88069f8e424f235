package dev.synchronizer.value;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.value.BlockParts.Part;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Blocks by the ids of their properties' rows, as they stand in the store. */
final class IdForm extends JsonForm {
    private final BlockParts parts;

    IdForm(BlockParts parts) {
        this.parts = parts;
    }

    @Override
    void writeBlock(Block block, String blockType, JsonOut out) {
        SortedMap<PartKey, ValueKey> members = new TreeMap<>();
        block.values()
                .keys()
                .forEach(key -> members.put(
                        new PartKey(parts.require(blockType, key.property()).id(), key.language()), key));
        out.object(() -> members.forEach((member, key) -> {
            Part part = parts.require(blockType, key.property());
            write(part.type(), block.values().get(key).orElseThrow(), out.name(member.toString()));
        }));
    }

    /** What belongs to a property that is not there any more is left out. */
    @Override
    Block readBlock(String blockType, JsonIn in) {
        Map<ValueKey, Object> values = new TreeMap<>();
        in.object(name -> {
            PartKey member = PartKey.parse(name);
            Part part = parts.of(member.part());
            if (part == null) {
                in.skip();
                return;
            }
            Object value = read(part.type(), in);
            if (value != null) {
                values.put(new ValueKey(part.name(), member.language()), value);
            }
        });
        return new Block(Values.of(values));
    }
}
