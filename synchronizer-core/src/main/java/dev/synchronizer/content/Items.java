package dev.synchronizer.content;

import dev.synchronizer.model.Actor;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The items of a store. What is saved is checked against the effective types of that very moment, in the transaction that
 * saves it: no item is ever saved by definitions that others have changed since.
 *
 * <p>Safe for use by many threads. What is in the way ends in a {@link ProblemsException} that holds all of it, and then
 * nothing was written.
 */
public final class Items {
    private final Work work;
    private final SaveOptions options;
    private final Reading reading;
    private final Creating creating;
    private final Saving saving;
    private final Moving moving;
    private final Duplicating duplicating;
    private final RecycleBin bin;
    private final TypedItems typed;

    public Items(Work work) {
        this(work, SaveOptions.standard());
    }

    /** Those that are saved in some way. */
    public Items(Work work, SaveOptions options) {
        this.work = work;
        this.options = options;
        reading = new Reading(work);
        creating = new Creating(work, options);
        saving = new Saving(work, options);
        moving = new Moving(work, options);
        duplicating = new Duplicating(work, options);
        bin = new RecycleBin(work, options);
        typed = new TypedItems(reading, creating, saving);
    }

    /**
     * The same items, saved otherwise.
     *
     * @throws IllegalArgumentException if they are to be saved from an origin of the synchronizer's own
     */
    public Items with(SaveOptions other) {
        return new Items(work, other.insteadOf(options));
    }

    /** How items are saved here. */
    public SaveOptions options() {
        return options;
    }

    /**
     * The item of this id, be it in the recycle bin.
     *
     * @throws ProblemsException if there is none
     */
    public Item get(UUID id) {
        return find(id).orElseThrow(() -> ItemProblems.missing(id));
    }

    /**
     * Reads values as people write them: single ones by the forms that default values have, lists, sets and blocks as JSON.
     * What is written as nothing, such as an empty list, is left out.
     *
     * @throws InvalidItemException if a property does not exist, or a text is no value of its data type
     * @throws ProblemsException if there is no such type
     */
    public Values parse(String type, Map<ValueKey, String> texts) {
        return reading.parse(type, texts);
    }

    /**
     * The item with other values, written as {@link #parse} reads them; what is written as nothing takes the value away. It
     * is not saved by that.
     *
     * @param cleared where there is to be no value, be it of a property that code no longer declares; without a language,
     *     in none
     * @throws InvalidItemException if a property does not exist, or a text is no value of its data type
     */
    public Item edit(Item item, Map<ValueKey, String> texts, Collection<ValueKey> cleared) {
        return reading.edit(item, texts, cleared);
    }

    /** The item of this id, where there is one. */
    public Optional<Item> find(UUID id) {
        return reading.one(id, HeldItem::item);
    }

    /**
     * An item as an object of its model class, a bean or a record, with the values of no language in particular.
     *
     * @throws ProblemsException if there is no such item, or it is of another type
     */
    public <T> T get(UUID id, Class<T> type) {
        return get(id, type, "");
    }

    /** The same, with localized values in a language, else in a less specific one, else in none in particular. */
    public <T> T get(UUID id, Class<T> type, String language) {
        return typed.get(id, type, language);
    }

    /**
     * Items in the order of their ids, which is that of their creation where they were made here.
     *
     * @throws ProblemsException if the query names a type or a property that there is not
     */
    public List<Item> list(ItemQuery query) {
        return reading.list(query);
    }

    /**
     * Goes through any number of items in the order of their ids, some hundred at a time, and says how many there were. No
     * transaction stays open: the action may save and delete, and what others save meanwhile may be met or not.
     */
    public long forEach(ItemQuery query, Consumer<Item> action) {
        return reading.each(query, HeldItem::item, action);
    }

    /** How many there are, whatever the query's limit. */
    public long count(ItemQuery query) {
        return reading.count(query);
    }

    /**
     * Makes an item.
     *
     * @throws InvalidItemException if it is not what its type asks for
     */
    public Item create(String actor, NewItem item) {
        return creating.create(Actor.checked(actor), item);
    }

    /**
     * Makes an item with values as people write them, see {@link #parse}, over those that it is to have anyway.
     *
     * @throws InvalidItemException if it is not what its type asks for, or a text is no value of its data type
     */
    public Item create(String actor, NewItem item, Map<ValueKey, String> texts) {
        return creating.create(Actor.checked(actor), item, texts);
    }

    /**
     * Makes an item of an object of a model class.
     *
     * @param parent the item that it is to stand below, or null
     * @param language the language of localized values; empty for none in particular
     * @throws InvalidItemException if it is not what its type asks for
     * @throws ProblemsException if the class is none of a content type that is stored, or cannot be used from here
     */
    public Item create(String actor, String name, @Nullable UUID parent, Object content, String language) {
        return typed.create(Actor.checked(actor), name, parent, content, language);
    }

    /** Makes an item of an object of a model class, below none, with values of no language in particular. */
    public Item create(String actor, String name, Object content) {
        return create(actor, name, null, content, "");
    }

    /**
     * Saves what an object of a model class holds otherwise than the item does; what the class has no properties for, and
     * other languages, stays as it is.
     *
     * @param revision the one that was read
     * @param language the language of localized values; empty for none in particular
     * @throws InvalidItemException if it is not what its type asks for
     * @throws ProblemsException if somebody else has saved it since, or it is of another type than the class
     */
    public Item save(String actor, UUID id, long revision, Object content, String language) {
        return typed.save(Actor.checked(actor), id, revision, content, language);
    }

    /** The same, with values of no language in particular. */
    public Item save(String actor, UUID id, long revision, Object content) {
        return save(actor, id, revision, content, "");
    }

    /**
     * Saves what an item holds, on top of the revision that it was read at. What is not different is not written; where
     * nothing is, it keeps its revision.
     *
     * @throws InvalidItemException if it is not what its type asks for
     * @throws StaleRevisionException if somebody else has saved it since
     */
    public Item save(String actor, Item item) {
        return saving.save(Actor.checked(actor), item);
    }

    /**
     * Saves what somebody has changed of an item, be it that others have saved it meanwhile, as long as they have changed
     * something else; a value in one language counts as one thing.
     *
     * @param read the item as it was read
     * @param edited the same item as it is to be
     * @throws StaleRevisionException if both have changed the same thing, and not to the same
     * @throws InvalidItemException if it is not what its type asks for
     * @throws IllegalArgumentException if these are two items
     */
    public Item merge(String actor, Item read, Item edited) {
        if (!read.id().equals(edited.id())) {
            throw new IllegalArgumentException(read + " and " + edited + " are two items");
        }
        return saving.merge(Actor.checked(actor), read, edited);
    }

    /**
     * Saves what an item is to hold of all of its properties in use.
     *
     * @param revision the one that was read
     * @throws InvalidItemException if it is not what its type asks for
     * @throws StaleRevisionException if somebody else has saved it since
     */
    public Item save(String actor, UUID id, long revision, Values values) {
        return saving.save(Actor.checked(actor), id, revision, values);
    }

    /**
     * Gives an item another name, which is a save: its revision rises by one. Under the name that it has, it stays as it is.
     *
     * @throws ProblemsException if no item can have the name, or this one is in the recycle bin
     */
    public Item rename(String actor, UUID id, String name) {
        return moving.rename(Actor.checked(actor), id, name);
    }

    /**
     * Puts an item, with all that stands below it, below another one; at the top where that is null. That is a save of the
     * item itself: its revision rises by one. Where it stands already, it stays as it is.
     *
     * @throws InvalidItemException if items of its type do not stand there
     * @throws ProblemsException if it would come to stand below itself, or is in the recycle bin
     */
    public Item move(String actor, UUID id, @Nullable UUID parent) {
        return moving.move(Actor.checked(actor), id, parent);
    }

    /**
     * Makes a copy of an item, beside it, of what it holds in properties that are in use.
     *
     * @param name the name of the copy, or null for the same
     * @param withChildren whether to copy all that stands below it too
     * @throws ProblemsException if one of them is not what its type asks for today
     */
    public Item duplicate(String actor, UUID id, @Nullable String name, boolean withChildren) {
        return duplicating.duplicate(Actor.checked(actor), id, name, withChildren);
    }

    /**
     * Puts an item and all that stands below it into the recycle bin, and says how many that were.
     *
     * @throws ProblemsException if it is there already
     */
    public int delete(String actor, UUID id) {
        return only(delete(actor, List.of(id)));
    }

    /**
     * The same with several items: all of them or none. One that goes along with another one of them counts none.
     *
     * @return how many items went with each
     */
    public Map<UUID, Integer> delete(String actor, Collection<UUID> ids) {
        return bin.delete(Actor.checked(actor), ids);
    }

    /**
     * Takes an item out of the recycle bin, with all that was deleted with it, and says how many that were. One that was
     * deleted with another one comes with that; where the other one is not in the bin, by itself.
     *
     * @throws ProblemsException if it is not in the recycle bin, or the item that it stands below is
     */
    public int restore(String actor, UUID id) {
        return only(restore(actor, List.of(id)));
    }

    /** The same with several items, in this order: all of them or none, counted as {@link #delete(String, Collection)} does. */
    public Map<UUID, Integer> restore(String actor, Collection<UUID> ids) {
        return bin.restore(Actor.checked(actor), ids);
    }

    /**
     * Deletes an item of the recycle bin for good, with all that stands below it, and says how many that were. Nothing that
     * is outside of the bin is ever deleted so.
     *
     * @throws ProblemsException if it is not in the recycle bin
     */
    public int purge(String actor, UUID id) {
        return only(purge(actor, List.of(id)));
    }

    /** The same with several items: all of them or none, counted as {@link #delete(String, Collection)} does. */
    public Map<UUID, Integer> purge(String actor, Collection<UUID> ids) {
        return bin.purge(Actor.checked(actor), ids);
    }

    private static int only(Map<UUID, Integer> counts) {
        return counts.values().iterator().next();
    }

    /**
     * Holds items against their types as they are today.
     *
     * @param invalid is told of each item that its next save would not let through, and why
     * @param progress is told now and then how many were looked at, on the calling thread
     * @return how many items were looked at
     */
    public long validate(ItemQuery query, BiConsumer<Item, List<Violation>> invalid, LongConsumer progress) {
        return validation()
                .examine(
                        query,
                        examined -> {
                            if (!examined.violations().isEmpty()) {
                                invalid.accept(examined.item(), examined.violations());
                            }
                        },
                        progress);
    }

    /** The same, without telling of progress. */
    public long validate(ItemQuery query, BiConsumer<Item, List<Violation>> invalid) {
        return validate(query, invalid, looked -> {});
    }

    /** What validators say of items, what they offer to do about that, and what is kept of it. */
    public ItemValidation validation() {
        return new ItemValidation(work, reading, options);
    }
}
