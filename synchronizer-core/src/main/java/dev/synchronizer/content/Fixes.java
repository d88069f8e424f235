package dev.synchronizer.content;

import dev.synchronizer.content.FixedItem.FixedValue;
import dev.synchronizer.content.Violations.Place;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.ChangedPlace;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where in an item was set what validators offered, and who offered it last. Not thread-safe. */
final class Fixes {
    private final SortedMap<ChangedPlace, String> authors = new TreeMap<>();

    void clear() {
        authors.clear();
    }

    void add(ChangedPlace place, String validator) {
        authors.put(place, validator);
    }

    /** Whether there is a place among them where nothing was set before. */
    boolean addAll(Fixes others) {
        int before = authors.size();
        authors.putAll(others.authors);
        return authors.size() > before;
    }

    /** Leaves out where somebody else has set another value than what was mended: that is theirs. */
    void leaveOut(Values mended, Values theirs) {
        authors.keySet().removeIf(place -> !mended.isSameAt(key(place), theirs));
    }

    /** Values as they would be if nothing were mended of them. */
    Values under(Values before, Values now) {
        Values under = now;
        for (ChangedPlace place : authors.keySet()) {
            under = under.with(key(place), before.get(key(place)).orElse(null));
        }
        return under;
    }

    private static ValueKey key(ChangedPlace place) {
        return new ValueKey(place.name(), place.language());
    }

    /** The names of those who offered something. */
    String names() {
        return String.join(", ", new TreeSet<>(authors.values()));
    }

    /** Whether something is offered for a place where nothing was set yet. */
    boolean leaveAnyOf(Collection<Offer> offers) {
        return !authors.keySet().containsAll(places(offers));
    }

    private static Set<ChangedPlace> places(Collection<Offer> offers) {
        return offers.stream()
                .flatMap(offer -> offer.fix().values().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** What is changed for good: nobody offers anything for it again. */
    List<FixedValue> lasting(Item before, ExaminedItem now) {
        Set<ChangedPlace> again = places(now.offers());
        List<FixedValue> lasting = new ArrayList<>();
        authors.forEach((place, validator) -> {
            if (!again.contains(place)) {
                ValueKey key = key(place);
                ChangeSet.at(
                                place,
                                before.values().get(key).orElse(null),
                                now.item().values().get(key).orElse(null))
                        .ifPresent(change -> lasting.add(new FixedValue(validator, change)));
            }
        });
        return lasting;
    }

    /** What was set and is offered again, each with who offers it now. */
    Violations undone(ExaminedItem now) {
        Violations undone = new Violations(now.item().type());
        Set<ChangedPlace> told = new HashSet<>();
        for (Offer offer : now.offers()) {
            for (ChangedPlace place : offer.fix().values().keySet()) {
                if (authors.containsKey(place) && told.add(place)) {
                    add(offer, place, now.item(), undone);
                }
            }
        }
        return undone;
    }

    private static void add(Offer offer, ChangedPlace place, Item now, Violations undone) {
        boolean inVain = offer.fix().values().entrySet().stream()
                .allMatch(each -> now.values().get(key(each.getKey())).equals(each.getValue()));
        undone.add(
                ProblemCode.FATAL_FINDING,
                new Place(place.name(), place.language()),
                "",
                offer.validator(),
                "what " + offer.validator() + " offers to do about it "
                        + (inVain
                                ? "changes nothing, as it stands there already"
                                : "does not last, as a rule or a handler sets it to something else"),
                inVain
                        ? "let the validator accept what it offers, or offer something else"
                        : "let the rule or the handler accept what is offered, or the validator offer what they accept");
    }
}
