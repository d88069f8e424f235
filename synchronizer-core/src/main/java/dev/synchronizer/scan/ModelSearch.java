package dev.synchronizer.scan;

import dev.synchronizer.archive.Container;
import dev.synchronizer.archive.EntryReader;
import dev.synchronizer.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Searches containers for what is annotated, in parts, and puts together what was found in those. */
final class ModelSearch {
    private final PartSearch search;
    private final ClassLookup lookup;
    private final EntryReader reader;
    private final Collection<Problem> problems;

    /** @param reader the calling thread's own */
    ModelSearch(ClassLookup lookup, EntryReader reader, Collection<Problem> problems) {
        this.search = new PartSearch(lookup);
        this.lookup = lookup;
        this.reader = reader;
        this.problems = problems;
    }

    /**
     * Reads each container up to its first damaged entry, which is reported.
     *
     * @param knownEmpty fingerprints of jars that are not read at all
     * @param threads how many may search at once
     */
    List<FoundInContainer> search(
            List<Container> containers, SearchedClasses classes, Set<String> knownEmpty, int threads) {
        Map<Container, FoundInContainer> found = new LinkedHashMap<>();
        List<SearchPart> parts = new ArrayList<>();
        for (Container container : containers) {
            found.put(container, new FoundInContainer(container));
            if (container.fingerprint().filter(knownEmpty::contains).isEmpty()) {
                parts.addAll(classes.of(container));
            }
        }
        search(parts, threads, found);
        return List.copyOf(found.values());
    }

    /** Reads only what names the modules of a container. */
    FoundInContainer searchModules(Container container) {
        FoundInContainer found = new FoundInContainer(container);
        search(SearchedClasses.packageInfos(container), 1, Map.of(container, found));
        return found;
    }

    /** Puts together in the order of the parts, so that it makes no difference who searched them, and when. */
    private void search(List<SearchPart> parts, int threads, Map<Container, FoundInContainer> into) {
        List<FoundInPart> found = SearchThreads.search(search, parts, reader, threads);
        for (int i = 0; i < found.size(); i++) {
            FoundInContainer whole = into.get(parts.get(i).container());
            if (whole != null) {
                whole.add(found.get(i), lookup, problems);
            }
        }
    }
}
