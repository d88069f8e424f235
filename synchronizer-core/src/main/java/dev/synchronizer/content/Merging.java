package dev.synchronizer.content;

import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.ChangedPlace;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.List;
import java.util.stream.Stream;

/** What two people have changed of one item, each without the other. */
final class Merging {
    private Merging() {}

    /**
     * Where both have changed something, and not to the same.
     *
     * @return what stands there by them, and what is to stand there by me
     */
    static ChangeSet clashing(Item former, Item mine, Item theirs) {
        return ChangeSet.of(Stream.concat(
                        clashing(former.values(), mine.values(), theirs.values()).stream(),
                        clashing(former.orphaned(), mine.orphaned(), theirs.orphaned()).stream())
                .toList());
    }

    private static List<Change> clashing(Values former, Values mine, Values theirs) {
        ChangeSet byMe = ChangeSet.between(former, mine);
        ChangeSet byThem = ChangeSet.between(former, theirs);
        return ChangeSet.between(theirs, mine).all().stream()
                .filter(change -> byMe.at(change.place()).isPresent())
                .filter(change -> byThem.at(change.place()).isPresent())
                .toList();
    }

    /** Theirs, with what I have changed. */
    static Values merged(Values former, Values mine, Values theirs) {
        Values merged = theirs;
        for (Change change : ChangeSet.between(former, mine).all()) {
            ChangedPlace place = change.place();
            merged = merged.with(
                    new ValueKey(place.name(), place.language()), change.after().orElse(null));
        }
        return merged;
    }
}
