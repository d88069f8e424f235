package dev.synchronizer.content;

import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.PageSize;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueColumn;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads items, one by one or page by page. */
final class Reading {
    private static final int MOST_IN_PAGE = 500;

    private final Work work;
    private final SyncStore store;

    Reading(Work work) {
        this.work = work;
        store = work.store();
    }

    /** Items as their rows have them. */
    record Rows(List<StoredItem> items, List<StoredValue> values) {
        static Rows of(List<StoredItem> items, ContentReads reads) {
            return new Rows(
                    items,
                    items.isEmpty()
                            ? List.of()
                            : reads.values(items.stream().map(StoredItem::id).toList()));
        }

        /** Items that others may save meanwhile. */
        static Rows settled(List<StoredItem> items, ContentReads reads) {
            Rows read = of(items, reads);
            return reads instanceof ContentTransaction ? new Settling(reads).settled(read) : read;
        }

        List<HeldItem> held(TypeView types) {
            return held(types, (item, failure) -> {
                throw failure;
            });
        }

        /** @param unreadable is told of those that cannot be read, each with the reason; they are left out */
        List<HeldItem> held(TypeView types, BiConsumer<StoredItem, RuntimeException> unreadable) {
            Map<UUID, List<StoredValue>> byItem = new HashMap<>();
            values.forEach(value -> byItem.computeIfAbsent(value.item(), id -> new ArrayList<>())
                    .add(value));
            List<HeldItem> held = new ArrayList<>();
            for (StoredItem item : items) {
                try {
                    held.add(HeldItem.of(item, byItem.getOrDefault(item.id(), List.of()), types));
                } catch (RuntimeException e) {
                    if (!ItemFailure.is(e)) {
                        throw e;
                    }
                    unreadable.accept(item, e);
                }
            }
            return held;
        }
    }

    /** One item, in some form. */
    <T> Optional<T> one(UUID id, BiFunction<HeldItem, TypeView, T> form) {
        return work.reading(
                reads -> Rows.settled(reads.item(id).stream().toList(), reads),
                (types, rows) -> rows.held(types).stream()
                        .map(held -> form.apply(held, types))
                        .findFirst());
    }

    Values parse(String type, Map<ValueKey, String> texts) {
        return work.knowing(types -> WrittenValues.over(Values.none(), work.require(type, types), texts, types));
    }

    Item edit(Item item, Map<ValueKey, String> texts, Collection<ValueKey> cleared) {
        return work.knowing(types -> WrittenValues.edit(item, work.require(item.type(), types), texts, cleared, types));
    }

    List<Item> list(ItemQuery query) {
        List<Item> items = new ArrayList<>();
        each(query, HeldItem::item, items::add);
        return items;
    }

    long count(ItemQuery query) {
        ItemFilter filter = work.knowing(types -> filter(query, types));
        return work.reading(reads -> reads.count(filter), (types, count) -> count);
    }

    /**
     * Goes through items in the order of their ids, a page at a time; each page is as of a moment of its own.
     *
     * @param form makes of an item what is wanted of it, and may be called more than once
     */
    <T> long each(ItemQuery query, BiFunction<HeldItem, TypeView, T> form, Consumer<T> action) {
        return eachInPages(query, (page, types) -> formed(page, types, form), action);
    }

    /**
     * The same, where something is to be known of all items of a page together.
     *
     * @param form makes of each item of a page what is wanted of it, in the same order
     */
    <T> long eachInPages(ItemQuery query, BiFunction<List<HeldItem>, TypeView, List<T>> form, Consumer<T> action) {
        return walk(query, (after, limit) -> page(query, after, limit, form), action);
    }

    private static <T> List<T> formed(List<HeldItem> items, TypeView types, BiFunction<HeldItem, TypeView, T> form) {
        return items.stream().map(held -> form.apply(held, types)).toList();
    }

    /**
     * Goes through items in the order of their ids, all as of one moment, for which a transaction stays open.
     *
     * @param form makes of an item what is wanted of it
     */
    <T> long eachOfOneMoment(ItemQuery query, BiFunction<HeldItem, TypeView, T> form, Consumer<T> action) {
        return Once.within(once -> work.knowing(types -> {
            types.loadAll();
            ItemFilter filter = filter(query, types);
            return store.reading(reads -> {
                Work.requireSameMoment(types, reads.changeNumber());
                // What was handed out cannot be handed out again.
                return once.run(() -> walk(
                        query,
                        (after, limit) -> Page.of(
                                rows(filter, after, limit, reads.content()),
                                limit,
                                held -> formed(held, types, form),
                                types),
                        action));
            });
        }));
    }

    /**
     * The same of all items, those in the recycle bin too, or of those at and below one.
     *
     * @param root the one; null for all
     * @param moment is given the number of the last change at that moment before anything else
     */
    <T> void allOfOneMoment(
            @Nullable UUID root, LongConsumer moment, BiFunction<HeldItem, TypeView, T> form, Consumer<T> action) {
        Once.within(once -> work.knowing(types -> {
            types.loadAll();
            return store.reading(reads -> {
                Work.requireSameMoment(types, reads.changeNumber());
                return once.run(() -> {
                    moment.accept(types.number());
                    ContentReads content = reads.content();
                    return walk(
                            ItemQuery.all(),
                            root == null
                                    ? pages(types, content, form)
                                    : new SubtreePages(content, root).pages(types, form),
                            action);
                });
            });
        }));
    }

    private static <T> Pages<T> pages(TypeView types, ContentReads reads, BiFunction<HeldItem, TypeView, T> form) {
        return (after, limit) ->
                Page.of(rows(ItemFilter.ALL, after, limit, reads), limit, held -> formed(held, types, form), types);
    }

    /** The items at and below one, of which only the ids are held. */
    private record SubtreePages(ContentReads reads, UUID root) {
        <T> Pages<T> pages(TypeView types, BiFunction<HeldItem, TypeView, T> form) {
            NavigableSet<UUID> ids = ids();
            return (after, limit) -> {
                List<UUID> next = (after == null ? ids : ids.tailSet(after, false))
                        .stream().limit(limit).toList();
                List<StoredItem> items = List.copyOf(reads.items(next).values());
                return Page.of(Rows.settled(items, reads), limit, held -> formed(held, types, form), types);
            };
        }

        private NavigableSet<UUID> ids() {
            NavigableSet<UUID> ids = new TreeSet<>(ContentReads.ID_ORDER);
            List<UUID> level = reads.item(root).stream().map(StoredItem::id).toList();
            while (!level.isEmpty()) {
                ids.addAll(level);
                level = reads.children(level).stream()
                        .map(StoredItem::id)
                        .filter(id -> !ids.contains(id))
                        .toList();
            }
            return ids;
        }
    }

    private static <T> long walk(ItemQuery query, Pages<T> pages, Consumer<T> action) {
        PageSize size = new PageSize(MOST_IN_PAGE);
        UUID after = query.after();
        long left = query.limit();
        long met = 0;
        while (left > 0) {
            Page<T> page = pages.page(after, (int) Math.min(left, size.rows()));
            size.wasRead(page.items().size(), page.length());
            page.items().forEach(action);
            met += page.items().size();
            left -= page.items().size();
            if (page.last() == null) {
                return met;
            }
            after = page.last();
        }
        return met;
    }

    private interface Pages<T> {
        Page<T> page(@Nullable UUID after, int limit);
    }

    private static Rows rows(ItemFilter filter, @Nullable UUID after, int limit, ContentReads reads) {
        return Rows.settled(reads.page(filter, after, limit), reads);
    }

    /**
     * Some items.
     *
     * @param last the id of the last one; null where there are no more behind it
     * @param length how many characters their values have
     */
    private record Page<T>(List<T> items, @Nullable UUID last, long length) {
        static <T> Page<T> of(Rows rows, int limit, Function<List<HeldItem>, List<T>> form, TypeView types) {
            List<T> items = form.apply(rows.held(types));
            List<StoredItem> all = rows.items();
            UUID last = all.size() < limit ? null : all.get(all.size() - 1).id();
            return new Page<>(items, last, StoredValue.length(rows.values()));
        }
    }

    private <T> Page<T> page(
            ItemQuery query, @Nullable UUID after, int limit, BiFunction<List<HeldItem>, TypeView, List<T>> form) {
        ItemFilter filter = work.knowing(types -> filter(query, types));
        return work.reading(
                reads -> rows(filter, after, limit, reads),
                (types, rows) -> Page.of(rows, limit, held -> form.apply(held, types), types));
    }

    private ItemFilter filter(ItemQuery query, TypeView types) {
        Set<Long> ids = query.types().stream()
                .map(name -> work.require(name, types).id())
                .collect(Collectors.toSet());
        ItemType type =
                query.types().size() == 1 ? types.type(query.types().get(0)).orElseThrow() : null;
        if (type == null) {
            return new ItemFilter(ids, query.place(), query.bin(), Set.of(), List.of());
        }
        Set<Long> having =
                query.having().stream().map(name -> property(type, name).id()).collect(Collectors.toSet());
        return new ItemFilter(
                ids,
                query.place(),
                query.bin(),
                having,
                query.conditions().stream()
                        .map(condition -> condition(type, condition, types))
                        .toList());
    }

    private static ItemProperty property(ItemType type, String name) {
        return type.property(name).orElseThrow(() -> {
            String near = UnknownNames.nearest(
                    name, type.properties().stream().map(ItemProperty::name).toList());
            return new ProblemsException(
                    new Problem(
                            ProblemCode.UNKNOWN_VALUE,
                            type.name() + "." + name,
                            "the type " + type.name() + " has no property " + name,
                            near.isEmpty() ? ProblemCode.UNKNOWN_VALUE.fix() : "write " + near),
                    null);
        });
    }

    private static ItemFilter.Condition condition(ItemType type, ItemQuery.Condition wanted, TypeView types) {
        ItemProperty property = property(type, wanted.property());
        ValueColumn column = ValueColumn.of(property.storedType());
        try {
            Object value = ValueForm.canonical(property.type(), wanted.value(), types);
            if (column == ValueColumn.DOCUMENT || value == null) {
                throw new UnfitValueException("is compared, and that can be done with single values alone");
            }
            Object stored = new ItemCodec(types)
                    .stored(new UUID(0, 0), property, "", value)
                    .orElseThrow(() -> new UnfitValueException("is nothing that newer code could keep"))
                    .value();
            return new ItemFilter.Condition(property.id(), column, wanted.comparison(), stored);
        } catch (UnfitValueException e) {
            throw ItemProblems.refusal(
                    ProblemCode.UNFIT_VALUE, type.name() + "." + property.name(), "the value " + e.getMessage());
        }
    }
}
