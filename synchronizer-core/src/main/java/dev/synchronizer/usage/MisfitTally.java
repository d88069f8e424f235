package dev.synchronizer.usage;

import dev.synchronizer.model.Misfits;
import dev.synchronizer.model.Misfits.Misfit;
import dev.synchronizer.model.UsedItem;
import dev.synchronizer.value.ValueForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts values that find no place, by language too, and keeps the first few; they come in the order of their items. */
final class MisfitTally {
    private final List<Shown> first = new ArrayList<>();
    private final SortedMap<String, Long> byLanguage = new TreeMap<>();
    private long values;
    private long items;
    private @Nullable UUID last;

    private record Shown(UUID item, String language, String value, boolean text) {}

    void add(UUID item, String language, Object value) {
        values++;
        byLanguage.merge(language, 1L, Long::sum);
        if (!item.equals(last)) {
            items++;
            last = item;
        }
        if (first.size() < Misfits.SHOWN) {
            first.add(new Shown(item, language, ValueForm.shownUnquoted(value), value instanceof String));
        }
    }

    /** How many there are in each language. */
    SortedMap<String, Long> byLanguage() {
        return byLanguage;
    }

    void collectItems(Collection<UUID> into) {
        first.forEach(shown -> into.add(shown.item()));
    }

    /** Empty where every value finds its place. */
    Optional<Misfits> found(Map<UUID, String> names) {
        return values == 0
                ? Optional.empty()
                : Optional.of(new Misfits(
                        values,
                        items,
                        first.stream()
                                .map(shown -> new Misfit(
                                        new UsedItem(shown.item(), names.getOrDefault(shown.item(), "")),
                                        shown.language(),
                                        shown.value(),
                                        shown.text()))
                                .toList()));
    }
}
