package dev.synchronizer.content;

import dev.synchronizer.store.ItemFilter.Bin;
import dev.synchronizer.store.ItemFilter.Comparison;
import dev.synchronizer.store.ItemFilter.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which items are wanted, by the names of their types and properties; each part narrows the choice.
 *
 * @param types names of types, those that are kept out of use among them; none means all
 * @param place where items stand
 * @param bin whether they are in the recycle bin
 * @param having properties of each of which they have a value; needs exactly one type
 * @param conditions what their values have to be; needs exactly one type
 * @param after the id behind which to go on, or null
 * @param limit how many at most
 */
public record ItemQuery(
        List<String> types,
        Place place,
        Bin bin,
        List<String> having,
        List<Condition> conditions,
        @Nullable UUID after,
        int limit) {
    private static final ItemQuery ALL =
            new ItemQuery(List.of(), Place.anywhere(), Bin.OUTSIDE, List.of(), List.of(), null, Integer.MAX_VALUE);

    public ItemQuery {
        types = List.copyOf(types);
        having = List.copyOf(having);
        conditions = List.copyOf(conditions);
        if (types.size() != 1 && !(having.isEmpty() && conditions.isEmpty())) {
            throw new IllegalArgumentException("values are asked for where exactly one type is");
        }
        if (limit < 0) {
            throw new IllegalArgumentException("a limit is not negative: " + limit);
        }
    }

    /**
     * What a value has to be, in whatever language.
     *
     * @param property the property's name; one single value is compared, no list and no block
     * @param comparison how it is compared
     * @param value of the property's data type
     */
    public record Condition(String property, Comparison comparison, Object value) {}

    /** All items that are not in the recycle bin. */
    public static ItemQuery all() {
        return ALL;
    }

    /** The items of some types that are not in the recycle bin. */
    public static ItemQuery ofTypes(String... names) {
        return ALL.withTypes(List.of(names));
    }

    public ItemQuery withTypes(List<String> names) {
        return new ItemQuery(names, place, bin, having, conditions, after, limit);
    }

    /** Those that stand below an item at once; below none where it is null. */
    public ItemQuery below(@Nullable UUID parent) {
        return new ItemQuery(types, Place.below(parent), bin, having, conditions, after, limit);
    }

    /** Those outside of the recycle bin, in it, or both. */
    public ItemQuery in(Bin where) {
        return new ItemQuery(types, place, where, having, conditions, after, limit);
    }

    /** Those that have a value of a property, be it one that code no longer declares; needs exactly one type. */
    public ItemQuery having(String property) {
        List<String> more = new ArrayList<>(having);
        more.add(property);
        return new ItemQuery(types, place, bin, more, conditions, after, limit);
    }

    /** Those that have such a value in whatever language; needs exactly one type. */
    public ItemQuery where(String property, Comparison comparison, Object value) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(new Condition(property, comparison, value));
        return new ItemQuery(types, place, bin, having, more, after, limit);
    }

    /** Those behind an id, in the order of ids; all where it is null. */
    public ItemQuery after(@Nullable UUID id) {
        return new ItemQuery(types, place, bin, having, conditions, id, limit);
    }

    public ItemQuery limit(int most) {
        return new ItemQuery(types, place, bin, having, conditions, after, most);
    }
}
