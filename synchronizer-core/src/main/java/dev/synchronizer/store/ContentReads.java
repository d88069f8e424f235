package dev.synchronizer.store;

import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.UsedItem;
import dev.synchronizer.value.StoredValue;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads stored content, all as of one moment unless it is read in a transaction that writes. */
public interface ContentReads {
    /** The order of items by their ids, which is not that of {@link UUID#compareTo}. */
    Comparator<UUID> ID_ORDER = ((Comparator<UUID>)
                    (one, other) -> Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits()))
            .thenComparing((one, other) ->
                    Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()));

    /** What a save has to know of the store. */
    ContentState state();

    /** The number of the last change of what nodes serve. */
    default long changeNumber() {
        return state().changeNumber();
    }

    /** Types with their properties, marked ones too, by their ids; those that are not there are left out. */
    List<StoredType> types(Collection<Long> ids);

    /** The types that have these properties, with all of their properties. */
    List<StoredType> typesOfProperties(Collection<Long> properties);

    Optional<StoredItem> item(UUID id);

    /** Those of these ids that exist, in the order of their ids. Ids are in the order of their bytes, here and below. */
    Map<UUID, StoredItem> items(Collection<UUID> ids);

    /** All values of items, by the item's id, then by property and language. */
    List<StoredValue> values(Collection<UUID> items);

    /**
     * Items in the order of their ids.
     *
     * @param after the id behind which to go on, or null
     */
    List<StoredItem> page(ItemFilter filter, @Nullable UUID after, int limit);

    /** How many items a filter chooses. */
    long count(ItemFilter filter);

    /** How many items were last saved at this very moment, to the microsecond. */
    long countSavedAt(Instant moment);

    /** The items that stand below these at once, in the recycle bin or not. */
    List<StoredItem> children(Collection<UUID> parents);

    /** The items that were deleted with this one, itself among them. */
    List<StoredItem> deletedWith(UUID root);

    /** What validators found in these items and keeps being said of them, by item, in the order in which it was found. */
    List<StoredFinding> findings(Collection<UUID> items);

    /**
     * Items of which findings are kept, in the order of their ids.
     *
     * @param after the id behind which to go on, or null
     */
    List<StoredItem> pageOfFindings(@Nullable UUID after, int limit);

    /** How many findings are kept of each severity. */
    Map<String, Long> countFindings();

    /**
     * Values of one property in the order of item and language, those of blocks left out.
     *
     * @param after behind which to go on, or null
     */
    List<StoredValue> valuesOf(long property, @Nullable StoredValue after, int limit);

    /**
     * Documents that hold values of a property of a block, in the order of property, item and language.
     *
     * @param after behind which to go on, or null
     */
    List<StoredValue> documentsWith(long part, @Nullable StoredValue after, int limit);

    /**
     * Tells of each value of these properties, by property, item and language, in one query and without holding them all.
     *
     * @param each is not to ask these reads for anything, for the query is still being answered
     */
    void eachValue(Collection<Long> properties, Consumer<StoredValue> each);

    /**
     * Tells of each document that holds values of these properties of blocks, once each, by item, property and language, in
     * one query and without holding them all.
     *
     * @param each is not to ask these reads for anything, for the query is still being answered
     */
    void eachDocumentWith(Collection<Long> parts, Consumer<StoredValue> each);

    /** How many items these types have, in one query; those that have none are left out. */
    Map<Long, ItemCount> countItems(Collection<Long> types);

    /** The first few items of each of these types by their ids, in one query. */
    Map<Long, List<UsedItem>> firstItems(Collection<Long> types, int each);

    /** How many values these properties have, in one query for values and one for those within blocks. */
    List<ValueCount> countValues(Collection<Long> properties);

    /** How many items have a value of each of these properties, in whatever language, in as many queries. */
    Map<Long, Long> countItemsWith(Collection<Long> properties);

    /** The first few items that have a value of each of these properties, in as many queries. */
    Map<Long, List<UsedItem>> firstItemsWith(Collection<Long> properties, int each);

    /** The names of those of these items that exist. */
    Map<UUID, String> names(Collection<UUID> items);

    /**
     * The items of a type.
     *
     * @param items how many
     * @param inBin how many of them are in the recycle bin
     */
    record ItemCount(long items, long inBin) {}

    /**
     * The values of a property in one language.
     *
     * @param property the property's id
     * @param language the language; empty for none in particular
     * @param values how many
     */
    record ValueCount(long property, String language, long values) {}
}
