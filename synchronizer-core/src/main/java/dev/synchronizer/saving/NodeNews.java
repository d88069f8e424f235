package dev.synchronizer.saving;

import dev.synchronizer.store.ContentState;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.NodeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What other nodes are to be told of a unit. Not thread-safe. */
final class NodeNews {
    /** So much is kept until it is written: an import has no end that could be waited for. */
    private static final int MOST = 1_000;

    private final ContentTransaction content;
    private final List<NodeEvent> leaving = new ArrayList<>();
    private @Nullable Boolean listenedTo;

    NodeNews(ContentTransaction content) {
        this.content = content;
    }

    /** Whether other nodes want to be told of what is saved here, as of when the unit first read the state. */
    boolean isListenedTo(Supplier<Instant> now) {
        if (listenedTo == null) {
            ContentState state = content.knownState();
            listenedTo = state.remoteUntil() != null && state.isListenedTo(now.get());
        }
        return listenedTo;
    }

    /** To be told together with others. */
    void add(NodeEvent event) {
        leaving.add(event);
        if (leaving.size() == MOST) {
            write();
        }
    }

    /** Writes what there is. The later that is done, the sooner its numbers are followed by the commit. */
    void write() {
        if (!leaving.isEmpty()) {
            content.announce(List.copyOf(leaving));
            leaving.clear();
        }
    }
}
