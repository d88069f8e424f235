package dev.synchronizer.usage;

import dev.synchronizer.model.ItemUse;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.model.UsedItem;
import dev.synchronizer.model.ValueUse;
import dev.synchronizer.plan.UsageQuestions;
import dev.synchronizer.plan.UsageQuestions.OfProperty;
import dev.synchronizer.plan.UsageQuestions.OfType;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentReads.ItemCount;
import dev.synchronizer.store.ContentReads.ValueCount;
import dev.synchronizer.store.ContentUsage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts the content that changes would concern (C5), by as many queries for ten thousand types as for one. */
public final class UsageCounting {
    /** How many items of each type, and of each property, are named. */
    private static final int NAMED = 3;

    private final UsageQuestions questions;
    private final StoredModel stored;
    private final ContentReads reads;
    private final Elsewhere elsewhere;

    private UsageCounting(UsageQuestions questions, StoredModel stored, ContentReads reads, ContentUsage application) {
        this.questions = questions;
        this.stored = stored;
        this.reads = reads;
        elsewhere = Elsewhere.ask(application, questions);
    }

    /**
     * Answers what a plan asks. Where it asks nothing, nobody is asked.
     *
     * @param stored all that is stored of types, of which the values are
     * @param reads the store's own content, as of one moment
     * @param application what the application keeps in a store of its own
     */
    public static Usage count(
            UsageQuestions questions, StoredModel stored, ContentReads reads, ContentUsage application) {
        return questions.isEmpty() ? Usage.NONE : new UsageCounting(questions, stored, reads, application).count();
    }

    private Usage count() {
        Map<Long, ItemCount> items = reads.countItems(typesToCount());
        return Usage.counted(itemUses(items), valueUses(items));
    }

    private SortedSet<Long> typesToCount() {
        SortedSet<Long> types = new TreeSet<>();
        questions.types().forEach(question -> types.add(question.type()));
        questions.properties().stream().filter(OfProperty::lacking).forEach(question -> types.add(question.type()));
        return types;
    }

    private Map<Long, ItemUse> itemUses(Map<Long, ItemCount> counts) {
        List<Long> used = questions.types().stream()
                .map(OfType::type)
                .filter(counts::containsKey)
                .toList();
        Map<Long, List<UsedItem>> first = reads.firstItems(used, NAMED);
        Map<Long, ItemUse> uses = new TreeMap<>();
        for (OfType question : questions.types()) {
            long type = question.type();
            ItemCount count = counts.getOrDefault(type, new ItemCount(0, 0));
            ItemUse use = new ItemUse(
                    count.items(),
                    count.inBin(),
                    elsewhere.count(question.address()),
                    first.getOrDefault(type, List.of()));
            if (use.total() > 0) {
                uses.put(type, use);
            }
        }
        return uses;
    }

    private Set<Long> named(Set<Long> used) {
        return questions.properties().stream()
                .filter(OfProperty::namesItems)
                .map(OfProperty::property)
                .filter(used::contains)
                .collect(Collectors.toSet());
    }

    private Map<Long, ValueUse> valueUses(Map<Long, ItemCount> items) {
        Map<Long, SortedMap<String, Long>> byLanguage = valuesByLanguage();
        Set<Long> used = byLanguage.keySet();
        Map<Long, Long> holders = reads.countItemsWith(used);
        Map<Long, List<UsedItem>> first = reads.firstItemsWith(named(used), NAMED);
        Map<Long, Checked> checked = checked(used);
        Map<Long, ValueUse> uses = new TreeMap<>();
        for (OfProperty question : questions.properties()) {
            long property = question.property();
            SortedMap<String, Long> values = byLanguage.getOrDefault(property, Collections.emptySortedMap());
            long holding = holders.getOrDefault(property, 0L);
            Checked found = checked.getOrDefault(property, Checked.NOTHING);
            ValueUse use = new ValueUse(
                    Checked.sum(values),
                    holding,
                    elsewhere.count(question.address()),
                    found.byLanguage(values),
                    first.getOrDefault(property, List.of()),
                    lacking(question, items, holding),
                    found.misfits());
            if (use.total() + use.lacking() > 0) {
                uses.put(property, use);
            }
        }
        return uses;
    }

    private Map<Long, SortedMap<String, Long>> valuesByLanguage() {
        Map<Long, SortedMap<String, Long>> byLanguage = new TreeMap<>();
        List<Long> asked =
                questions.properties().stream().map(OfProperty::property).toList();
        for (ValueCount count : reads.countValues(asked)) {
            byLanguage
                    .computeIfAbsent(count.property(), property -> new TreeMap<>())
                    .put(count.language(), count.values());
        }
        return byLanguage;
    }

    private static long lacking(OfProperty question, Map<Long, ItemCount> items, long holding) {
        ItemCount all = items.get(question.type());
        return question.lacking() && all != null ? Math.max(0, all.items() - holding) : 0;
    }

    private Map<Long, Checked> checked(Set<Long> used) {
        return MisfitSearch.among(
                questions.properties().stream()
                        .filter(question -> used.contains(question.property()))
                        .toList(),
                stored,
                reads);
    }
}
