package dev.synchronizer.transfer;

import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.FindingListener;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.transfer.ImportReport.LineFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** What was found in items of an import and saved nevertheless; of very much only the first is kept. */
final class ImportFindings implements FindingListener {
    private static final int MOST = 1_000;

    private final List<Told> told = new ArrayList<>();
    private final FindingListener listener;

    private record Told(Subject item, Finding finding) {}

    /** @param saving names a listener, who is told all of it */
    ImportFindings(SaveOptions saving) {
        listener = saving.findings();
    }

    @Override
    public void found(Subject item, Finding finding) {
        listener.found(item, finding);
        if (told.size() < MOST) {
            told.add(new Told(item, finding));
        }
    }

    /** @param line the number of an item's line; 0 for what is of no line, as handlers have saved it, and is left out */
    List<LineFinding> byLine(ToLongFunction<UUID> line) {
        return told.stream()
                .filter(each -> each.item().kind() == SubjectKind.ITEM)
                .map(each -> new LineFinding(
                        line.applyAsLong(UUID.fromString(each.item().key())), each.item(), each.finding()))
                .filter(each -> each.line() > 0)
                .sorted(Comparator.comparing(LineFinding::line).thenComparing(LineFinding::finding))
                .toList();
    }
}
