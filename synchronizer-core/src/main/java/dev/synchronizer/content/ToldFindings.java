package dev.synchronizer.content;

import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.FindingListener;
import dev.synchronizer.saving.Subject;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was found until it is known whether it is saved. Not thread-safe. */
final class ToldFindings implements FindingListener {
    private final List<ItemFinding> all = new ArrayList<>();

    @Override
    public void found(Subject subject, Finding finding) {
        all.add(new ItemFinding(subject, finding));
    }

    /** A transaction that begins again finds it once more. */
    void clear() {
        all.clear();
    }

    List<ItemFinding> all() {
        return all;
    }
}
