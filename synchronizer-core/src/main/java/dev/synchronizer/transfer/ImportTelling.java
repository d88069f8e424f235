package dev.synchronizer.transfer;

import dev.synchronizer.content.BulkWriting;
import dev.synchronizer.content.ItemDraft;
import dev.synchronizer.problem.ProblemsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is told of what an import wrote: at once of what stays, and in the end of what might yet have been taken back. */
final class ImportTelling {
    private static final int BATCH = 500;

    private final BulkWriting content;
    private final TakingBack takingBack;
    private final Arrivals arrivals;
    private final Set<UUID> unsure = new HashSet<>();
    private final List<ItemDraft> untold = new ArrayList<>();
    private final Map<UUID, Runnable> words = new LinkedHashMap<>();
    private @Nullable ProblemsException failure;

    ImportTelling(BulkWriting content, TakingBack takingBack, Arrivals arrivals) {
        this.content = content;
        this.takingBack = takingBack;
        this.arrivals = arrivals;
    }

    /** An item that is about to be written, and may be taken back in the end. */
    void mayGo(UUID id) {
        unsure.add(id);
    }

    /** Drafts are written. */
    void written(List<ItemDraft> drafts) {
        List<ItemDraft> sure = new ArrayList<>();
        for (ItemDraft draft : drafts) {
            UUID id = draft.wanted().row().id();
            if (!unsure.remove(id)) {
                sure.add(draft);
            } else {
                takingBack.written(id, content.moment());
                wait(id, draft);
            }
        }
        saved(sure);
    }

    /** What fails behind the write of a line, as rules set what cannot be or handlers save in vain, is said of that line. */
    private void saved(List<ItemDraft> drafts) {
        try {
            content.saved(drafts);
        } catch (ProblemsException e) {
            UUID item = content.failed();
            failure = item == null || !arrivals.has(item) ? e : ImportProblems.ending(arrivals.line(item), e);
            throw failure;
        }
    }

    /** What has failed behind the write of lines, naming that line; what is known of it otherwise, where nothing has. */
    ProblemsException failure(ProblemsException otherwise) {
        return failure == null ? otherwise : failure;
    }

    /** Of what nobody looks at here, nothing is kept but what other nodes are to be told. */
    private void wait(UUID id, ItemDraft draft) {
        if (content.isFollowed(draft)) {
            untold.add(draft);
            return;
        }
        Runnable word = content.word(draft);
        if (word != null) {
            words.put(id, word);
        }
    }

    /** @param stays whether an item is as it was written */
    void end(Predicate<UUID> stays) {
        words.forEach((id, word) -> {
            if (stays.test(id)) {
                word.run();
            }
        });
        List<ItemDraft> staying = untold.stream()
                .filter(draft -> stays.test(draft.wanted().row().id()))
                .toList();
        for (int from = 0; from < staying.size(); from += BATCH) {
            saved(staying.subList(from, Math.min(from + BATCH, staying.size())));
        }
    }
}
