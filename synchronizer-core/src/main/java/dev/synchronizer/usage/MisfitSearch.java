package dev.synchronizer.usage;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.UsageQuestions.OfProperty;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.value.DocumentParts;
import dev.synchronizer.value.StoredParts;
import dev.synchronizer.value.StoredValue;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Holds changes against the values that are there, each of which is read once, however many are checked. */
final class MisfitSearch {
    private final Map<Long, PropertyCheck> checks = new TreeMap<>();

    private MisfitSearch(List<OfProperty> questions, StoredModel stored) {
        StoredParts parts = new StoredParts(stored);
        questions.forEach(question -> checks.put(question.property(), new PropertyCheck(question, parts)));
    }

    /** By properties; of those that are left out, there is nothing to be held against their values. */
    static Map<Long, Checked> among(List<OfProperty> used, StoredModel stored, ContentReads reads) {
        List<OfProperty> questions = used.stream()
                .filter(question ->
                        question.before() != null && !question.checks().isEmpty())
                .toList();
        return questions.isEmpty() ? Map.of() : new MisfitSearch(questions, stored).search(reads);
    }

    private Map<Long, Checked> search(ContentReads reads) {
        reads.eachValue(checks.keySet(), this::holdValue);
        reads.eachDocumentWith(checks.keySet(), this::holdDocument);
        SortedSet<UUID> items = new TreeSet<>();
        checks.values().forEach(check -> check.collectItems(items));
        Map<UUID, String> names = items.isEmpty() ? Map.of() : reads.names(items);
        Map<Long, Checked> found = new TreeMap<>();
        checks.forEach((property, check) -> found.put(property, check.found(names)));
        return found;
    }

    private void holdValue(StoredValue value) {
        PropertyCheck check = checks.get(value.property());
        if (check != null) {
            check.hold(value);
        }
    }

    private void holdDocument(StoredValue document) {
        DocumentParts.each(document, checks.keySet(), (part, language, json) -> {
            PropertyCheck check = checks.get(part);
            if (check != null) {
                check.hold(document.item(), language, json);
            }
        });
    }
}
